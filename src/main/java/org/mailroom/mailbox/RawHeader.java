package org.mailroom.mailbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The header fields of a mail as stretches of its bytes (RFC 5322, 2.2).
 *
 * @param end where the header ends: at the empty line, or with the mail
 */
record RawHeader(List<Field> fields, int end) {

    private static final int LONGEST_NAME = 100;

    /**
     * A field with its folded lines.
     *
     * @param name in lower case
     */
    record Field(String name, int start, int end) {

        /** All after the colon, a character for each byte. */
        String value(byte[] raw) {
            String field = new String(raw, start, end - start, StandardCharsets.ISO_8859_1);
            return field.substring(field.indexOf(':') + 1);
        }
    }

    static RawHeader of(byte[] raw) {
        List<Field> fields = new ArrayList<>();
        int at = 0;
        while (at < raw.length && raw[at] != '\n' && raw[at] != '\r') {
            int end = fieldEnd(raw, at);
            fields.add(new Field(name(raw, at, end), at, end));
            at = end;
        }
        return new RawHeader(fields, at);
    }

    private static int fieldEnd(byte[] raw, int start) {
        int end = lineEnd(raw, start);
        while (end < raw.length && (raw[end] == ' ' || raw[end] == '\t')) {
            end = lineEnd(raw, end);
        }
        return end;
    }

    private static int lineEnd(byte[] raw, int start) {
        int end = start;
        while (end < raw.length && raw[end] != '\n') {
            end++;
        }
        return Math.min(end + 1, raw.length);
    }

    private static String name(byte[] raw, int start, int end) {
        int colon = start;
        while (colon < end && raw[colon] != ':') {
            colon++;
        }
        int length = Math.min(colon - start, LONGEST_NAME);
        return new String(raw, start, length, StandardCharsets.ISO_8859_1)
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
