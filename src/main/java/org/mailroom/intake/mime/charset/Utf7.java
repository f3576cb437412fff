package org.mailroom.intake.mime.charset;

import java.util.Locale;
import java.util.Optional;
import org.mailroom.intake.mime.bytes.Slice;
import org.mailroom.intake.mime.bytes.TransferEncoding;

/** UTF-7 (RFC 2152), which Java does not know: ASCII, with UTF-16 in Base64 between a plus and a hyphen. */
final class Utf7 {

    private Utf7() {}

    static boolean isNamed(String charset) {
        return charset.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").matches("(x?unicode(11|20))?utf7");
    }

    /** Empty where there is a byte that cannot be in it. */
    static Optional<String> text(Slice bytes) {
        String written = bytes.latin1();
        StringBuilder text = new StringBuilder(written.length());
        int at = 0;
        while (at < written.length()) {
            char letter = written.charAt(at);
            if (letter > 127) {
                return Optional.empty();
            }
            int end = letter == '+' ? shiftedEnd(written, at + 1) : at + 1;
            text.append(letter == '+' ? shifted(bytes.part(at + 1, end)) : letter);
            boolean hyphen = letter == '+' && end < written.length() && written.charAt(end) == '-';
            at = hyphen ? end + 1 : end;
        }
        return Optional.of(text.toString());
    }

    private static int shiftedEnd(String written, int start) {
        int end = start;
        while (end < written.length() && isBase64(written.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String shifted(Slice base64) {
        if (base64.isEmpty()) {
            return "+";
        }
        Slice units = TransferEncoding.BASE64.decoded(base64, Integer.MAX_VALUE);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at + 1 < units.length(); at += 2) {
            text.append((char) ((units.at(at) & 0xFF) << 8 | units.at(at + 1) & 0xFF));
        }
        return text.toString();
    }

    private static boolean isBase64(char letter) {
        return (letter >= 'A' && letter <= 'Z')
                || (letter >= 'a' && letter <= 'z')
                || (letter >= '0' && letter <= '9')
                || letter == '+'
                || letter == '/';
    }
}
