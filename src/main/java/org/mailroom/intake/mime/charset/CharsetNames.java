package org.mailroom.intake.mime.charset;

import static java.util.Map.entry;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a character set by any of the names that mails give it, widened to what programs really write under that name.
 * Only letters and digits of a name count.
 */
final class CharsetNames {

    private static final int LONGEST = 60;

    private static final Map<String, String> OTHER_NAMES = Map.ofEntries(
            entry("ansi", "windows-1252"),
            entry("ansix341968", "us-ascii"),
            entry("unicode11utf8", "utf-8"),
            entry("utf8mb4", "utf-8"),
            entry("utf8n", "utf-8"),
            entry("unicode20utf8", "utf-8"),
            entry("unicode", "utf-16"),
            entry("ucs2", "utf-16"),
            entry("iso10646ucs2", "utf-16"),
            entry("macintosh", "x-MacRoman"),
            entry("mac", "x-MacRoman"),
            entry("gb231280", "gb18030"),
            entry("csgb231280", "gb18030"),
            entry("chinese", "gb18030"),
            entry("korean", "x-windows-949"),
            entry("ksc56011989", "x-windows-949"),
            entry("ksc5601", "x-windows-949"),
            entry("uhc", "x-windows-949"),
            entry("big5eten", "big5"),
            entry("xbig5", "big5"),
            entry("sjis", "windows-31j"),
            entry("mskanji", "windows-31j"),
            entry("cp932", "windows-31j"),
            entry("ms932", "windows-31j"),
            entry("koi8", "koi8-r"),
            entry("koi", "koi8-r"),
            entry("koi8ru", "koi8-u"),
            entry("iso88598i", "iso-8859-8"),
            entry("iso88598e", "iso-8859-8"),
            entry("visual", "iso-8859-8"),
            entry("logical", "iso-8859-8"),
            entry("iso88596i", "iso-8859-6"),
            entry("iso88596e", "iso-8859-6"),
            entry("iso885911", "x-windows-874"),
            entry("iso885910", "windows-1257"),
            entry("iso885914", "iso-8859-15"),
            entry("iso2022jpms", "x-windows-iso2022jp"),
            entry("cp50220", "x-windows-iso2022jp"),
            entry("cp50221", "x-windows-iso2022jp"));

    /** By its standard name in lower case: the larger set that is really meant. */
    private static final Map<String, String> WIDER = Map.ofEntries(
            entry("iso-8859-1", "windows-1252"),
            entry("gb2312", "gb18030"),
            entry("gbk", "gb18030"),
            entry("iso-2022-jp", "x-windows-iso2022jp"),
            entry("shift_jis", "windows-31j"),
            entry("euc-kr", "x-windows-949"),
            entry("iso-8859-8", "windows-1255"),
            entry("iso-8859-9", "windows-1254"),
            entry("tis-620", "x-windows-874"),
            entry("big5", "big5-hkscs"));

    private static final Pattern CODE_PAGE = Pattern.compile("(?:cp|ibm|dos|ms|win|windows|codepage|oem)?(\\d{3,5})");
    private static final Map<String, Charset> BY_LETTERS = byLetters();

    private CharsetNames() {}

    /** Empty where the name says nothing, such as {@code default} or {@code unknown-8bit}. */
    static Optional<Charset> find(String name) {
        String letters = letters(name.strip().split("[;,\\s]", 2)[0]);
        return known(letters)
                .or(() -> letters.startsWith("x") ? known(letters.substring(1)) : Optional.empty())
                .or(() -> codePage(letters))
                .map(CharsetNames::widened);
    }

    private static Optional<Charset> known(String letters) {
        String other = OTHER_NAMES.get(letters);
        return Optional.ofNullable(other == null ? BY_LETTERS.get(letters) : Charset.forName(other));
    }

    private static Optional<Charset> codePage(String letters) {
        Matcher page = CODE_PAGE.matcher(letters);
        return page.matches()
                ? known("windows" + page.group(1)).or(() -> known("ibm" + page.group(1)))
                : Optional.empty();
    }

    private static Charset widened(Charset charset) {
        String wider = WIDER.get(charset.name().toLowerCase(Locale.ROOT));
        return wider == null ? charset : Charset.forName(wider);
    }

    private static String letters(String name) {
        String beginning = name.substring(0, Math.min(name.length(), LONGEST));
        return beginning.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private static Map<String, Charset> byLetters() {
        Map<String, Charset> found = new HashMap<>();
        for (Charset charset : Charset.availableCharsets().values()) {
            found.put(letters(charset.name()), charset);
            charset.aliases().forEach(alias -> found.putIfAbsent(letters(alias), charset));
        }
        return found;
    }
}
