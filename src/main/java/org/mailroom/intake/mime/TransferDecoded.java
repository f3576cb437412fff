package org.mailroom.intake.mime;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/**
 * The body of a part with its transfer encoding (RFC 2045, 6) undone. What does not belong into the encoding is passed
 * over, and what was cut off short is kept as far as it goes.
 *
 * @param damaged whether something did not belong there
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are large and two of these are never compared
record TransferDecoded(byte[] bytes, boolean damaged) {

    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final byte[] BASE64_VALUES = base64Values();

    static TransferDecoded of(byte[] body, String encoding) {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "base64" -> base64(body);
            case "quoted-printable" -> quotedPrintable(body);
            default -> new TransferDecoded(body, false);
        };
    }

    static TransferDecoded base64(byte[] body) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(body.length * 3 / 4);
        int bits = 0;
        int count = 0;
        boolean damaged = false;
        for (byte letter : body) {
            int value = letter < 0 ? -1 : BASE64_VALUES[letter];
            if (value >= 0) {
                bits = bits << 6 | value;
                count += 6;
            } else if (letter == '=') {
                count = 0; // the end of a piece; some programs write one after the other
            } else {
                damaged |= letter != '\r' && letter != '\n' && letter != ' ' && letter != '\t';
            }
            if (count >= 8) {
                count -= 8;
                decoded.write(bits >> count);
            }
        }
        return new TransferDecoded(decoded.toByteArray(), damaged || count == 6);
    }

    static TransferDecoded quotedPrintable(byte[] body) {
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(body.length);
        boolean damaged = false;
        int at = 0;
        while (at < body.length) {
            int lineEnd = softBreakEnd(body, at);
            int value = body[at] == '=' ? hexAt(body, at + 1) : -1;
            if (lineEnd > at) {
                at = lineEnd;
            } else if (value >= 0) {
                decoded.write(value);
                at += 3;
            } else {
                damaged |= body[at] == '=';
                decoded.write(body[at++]);
            }
        }
        return new TransferDecoded(decoded.toByteArray(), damaged);
    }

    /** Where the next line begins if an equals sign that ends its line stands here, otherwise here. */
    private static int softBreakEnd(byte[] body, int at) {
        if (body[at] != '=') {
            return at;
        }
        int next = at + 1;
        while (next < body.length && (body[next] == ' ' || body[next] == '\t' || body[next] == '\r')) {
            next++;
        }
        if (next == body.length) {
            return next;
        }
        return body[next] == '\n' ? next + 1 : at;
    }

    private static int hexAt(byte[] body, int at) {
        if (at + 1 >= body.length) {
            return -1;
        }
        int high = Character.digit(body[at], 16);
        int low = Character.digit(body[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    private static byte[] base64Values() {
        byte[] values = new byte[128];
        for (int letter = 0; letter < values.length; letter++) {
            values[letter] = (byte) BASE64.indexOf(letter);
        }
        return values;
    }
}
