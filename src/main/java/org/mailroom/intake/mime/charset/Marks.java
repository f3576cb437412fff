package org.mailroom.intake.mime.charset;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mailroom.intake.mime.bytes.Slice;

/** What bytes themselves tell of their character set: a byte order mark, the zeros of UTF-16, the switches of ISO 2022. */
final class Marks {

    private static final int LOOKED_AT = 2_000;
    private static final Charset JAPANESE = Charset.forName("x-windows-iso2022jp");
    private static final Charset KOREAN = Charset.forName("ISO-2022-KR");

    private Marks() {}

    static Optional<Charset> charset(Slice bytes) {
        return byteOrderMark(bytes).or(() -> zeros(bytes)).or(() -> switches(bytes));
    }

    private static Optional<Charset> byteOrderMark(Slice bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return starts(bytes, 0xFE, 0xFF) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    /** Of most scripts one byte in two is zero, always the same one; a stray NUL in other text is not meant. */
    private static Optional<Charset> zeros(Slice bytes) {
        int[] zeros = new int[2];
        Slice beginning = bytes.first(LOOKED_AT);
        for (int at = 0; at < beginning.length(); at++) {
            zeros[at % 2] += beginning.at(at) == 0 ? 1 : 0;
        }
        int many = Math.max(2, beginning.length() / 8);
        if (zeros[1] >= many && zeros[0] * 4 < zeros[1]) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return zeros[0] >= many && zeros[1] * 4 < zeros[0] ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static Optional<Charset> switches(Slice bytes) {
        for (int at = bytes.indexOf('\u001b', 0); at >= 0; at = bytes.indexOf('\u001b', at + 1)) {
            if (bytes.hasAt(at + 1, "$)C")) {
                return Optional.of(KOREAN);
            }
            if (bytes.hasAt(at + 1, "$B") || bytes.hasAt(at + 1, "$@") || bytes.hasAt(at + 1, "(J")) {
                return Optional.of(JAPANESE);
            }
        }
        return Optional.empty();
    }

    private static boolean starts(Slice bytes, int... mark) {
        byte[] wanted = new byte[mark.length];
        for (int at = 0; at < mark.length; at++) {
            wanted[at] = (byte) mark[at];
        }
        return bytes.hasAt(0, wanted);
    }
}
