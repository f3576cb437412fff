package org.mailroom.intake.mime;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.text.CleanText;

/**
 * A field such as Content-Type: a value, then parameters. Parameters may be split and encoded (RFC 2231), or hold encoded
 * words, which is not allowed and common.
 *
 * @param value in lower case, empty where there is none
 */
record Parameters(String value, Map<String, String> byName) {

    private static final int LONGEST = 4_000;
    private static final Pattern PARAMETER = Pattern.compile(
            ";\\s*+([^=;\\s]{1,60})\\s*+=\\s*+(?:\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"?|([^;]*+))", Pattern.DOTALL);
    private static final Pattern SECTION = Pattern.compile("([^*]+)(?:\\*(\\d{1,3}))?(\\*)?");
    private static final Pattern EXTENDED = Pattern.compile("([^']{0,64})'[^']{0,64}'(.*)", Pattern.DOTALL);

    static Parameters of(String whole) {
        String field = CleanText.cut(whole, LONGEST);
        int end = field.indexOf(';');
        String value = end < 0 ? field : field.substring(0, end);
        return new Parameters(
                value.strip().toLowerCase(Locale.ROOT), end < 0 ? Map.of() : parameters(field.substring(end)));
    }

    /** Decoded; empty where there is no such parameter. */
    Optional<String> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static Map<String, String> parameters(String field) {
        Map<String, String> plain = new HashMap<>();
        Map<String, TreeMap<Integer, Section>> split = new HashMap<>();
        Matcher parameter = PARAMETER.matcher(field);
        while (parameter.find()) {
            String name = parameter.group(1).toLowerCase(Locale.ROOT);
            String value = unquoted(parameter.group(2), parameter.group(3));
            Matcher section = SECTION.matcher(name);
            if (!section.matches() || (section.group(2) == null && section.group(3) == null)) {
                plain.putIfAbsent(name, FieldText.decoded(value));
            } else {
                int number = section.group(2) == null ? 0 : Integer.parseInt(section.group(2));
                split.computeIfAbsent(section.group(1), unused -> new TreeMap<>())
                        .putIfAbsent(number, new Section(value, section.group(3) != null));
            }
        }
        split.forEach((name, sections) -> plain.put(name, joined(sections)));
        return plain;
    }

    private static String unquoted(@Nullable String quoted, @Nullable String bare) {
        return quoted != null
                ? quoted.replaceAll("\\\\(.)", "$1")
                : String.valueOf(bare).strip();
    }

    /** One piece of a parameter. Only escaped pieces are escaped; only the first says in which character set. */
    private record Section(String value, boolean escaped) {

        String bytes() {
            return escaped ? unescaped(value) : value;
        }
    }

    private static String joined(TreeMap<Integer, Section> sections) {
        Section first = sections.firstEntry().getValue();
        Matcher extended = EXTENDED.matcher(first.value());
        String charset = null;
        if (first.escaped() && extended.matches()) {
            charset = extended.group(1);
            sections.put(sections.firstKey(), new Section(extended.group(2), true));
        }
        StringBuilder bytes = new StringBuilder();
        sections.values().forEach(section -> bytes.append(section.bytes()));
        return Decoded.of(bytes.toString().getBytes(StandardCharsets.ISO_8859_1), charset)
                .text();
    }

    /** Percent signs are to RFC 2231 what equals signs are to quoted-printable. */
    private static String unescaped(String value) {
        String quotedPrintable = value.replace("=", "=3D").replace('%', '=');
        byte[] bytes = TransferDecoded.quotedPrintable(quotedPrintable.getBytes(StandardCharsets.ISO_8859_1))
                .bytes();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
