package org.mailroom.intake.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as text: read in the declared character set, widened to what mail programs really write under its name; where
 * that does not fit, as UTF-8; where that does not fit either, as windows-1252, in which every byte is something.
 *
 * @param asDeclared false where a character set was declared and did not fit
 */
record Decoded(String text, boolean asDeclared) {

    private static final Charset LAST = Charset.forName("windows-1252");
    private static final Map<String, String> WIDER = Map.of(
            "iso-8859-1", "windows-1252",
            "latin1", "windows-1252",
            "gb2312", "GB18030",
            "gbk", "GB18030",
            "iso-2022-jp", "x-windows-iso2022jp",
            "shift_jis", "windows-31j",
            "ks_c_5601-1987", "x-windows-949",
            "euc-kr", "x-windows-949",
            "iso-8859-9", "windows-1254",
            "tis-620", "x-windows-874");

    /** @param charset as declared; null where none is */
    static Decoded of(byte[] bytes, @Nullable String charset) {
        Optional<String> declared = charset(charset).flatMap(known -> strictly(bytes, known));
        String text =
                declared.or(() -> strictly(bytes, StandardCharsets.UTF_8)).orElseGet(() -> new String(bytes, LAST));
        return new Decoded(text, charset == null || declared.isPresent());
    }

    private static Optional<Charset> charset(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        String plain = name.strip().toLowerCase(Locale.ROOT);
        return Stream.of(WIDER.getOrDefault(plain, plain), plain)
                .filter(Decoded::isKnown)
                .map(Charset::forName)
                .findFirst();
    }

    private static boolean isKnown(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalArgumentException notEvenAName) {
            return false;
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException doesNotFit) {
            return Optional.empty();
        }
    }
}
