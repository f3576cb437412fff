package org.mailroom.intake.mime.field;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.mime.bytes.Slice;
import org.mailroom.intake.mime.bytes.TransferEncoding;
import org.mailroom.intake.mime.charset.Decoded;

/**
 * Encoded words in header fields (RFC 2047), decoded. Words that stand side by side in one character set are put together
 * before they are decoded, because many programs break a line inside of a character.
 */
final class EncodedWords {

    private final String field;
    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private @Nullable String charset;

    private EncodedWords(String field) {
        this.field = field;
    }

    static String decoded(String field) {
        return field.contains("=?") ? new EncodedWords(field).read() : field;
    }

    /** Where the encoded word that begins here ends; -1 where none begins. */
    static int end(String field, int start) {
        Word word = Word.at(field, start);
        return word == null ? -1 : word.end();
    }

    private String read() {
        int end = 0;
        for (int at = field.indexOf("=?"); at >= 0; at = field.indexOf("=?", at)) {
            Word word = Word.at(field, at);
            if (word == null) {
                at += 2;
            } else {
                between(field.substring(end, at));
                take(word);
                end = word.end();
                at = end;
            }
        }
        flush();
        return text.append(field, end, field.length()).toString();
    }

    /** White space between two encoded words only serves to fold the line. */
    private void between(String plain) {
        if ((text.isEmpty() && pending.size() == 0) || !plain.isBlank()) {
            flush();
            text.append(plain);
        }
    }

    private void take(Word word) {
        if (!word.charset().equals(charset)) {
            flush();
            charset = word.charset();
        }
        pending.writeBytes(word.bytes());
    }

    private void flush() {
        text.append(Decoded.of(Slice.of(pending.toByteArray()), charset).text());
        pending.reset();
        charset = null;
    }

    /** One of them: {@code =?charset?B?text?=}. */
    private record Word(String charset, boolean base64, String encoded, int end) {

        private static final int LONGEST_CHARSET = 64;

        static @Nullable Word at(String field, int start) {
            int charsetEnd = field.startsWith("=?", start) ? charsetEnd(field, start + 2) : -1;
            if (charsetEnd < 0 || charsetEnd + 2 >= field.length() || field.charAt(charsetEnd + 2) != '?') {
                return null;
            }
            char encoding = Character.toLowerCase(field.charAt(charsetEnd + 1));
            int textEnd = encoding == 'b' || encoding == 'q' ? textEnd(field, charsetEnd + 3, encoding == 'q') : -1;
            if (textEnd < 0) {
                return null;
            }
            String charset =
                    field.substring(start + 2, charsetEnd).split("\\*", 2)[0].toLowerCase(Locale.ROOT);
            String encoded = field.substring(charsetEnd + 3, textEnd);
            return new Word(charset, encoding == 'b', encoded, Math.min(field.length(), textEnd + 2));
        }

        private static int charsetEnd(String field, int start) {
            int most = Math.min(field.length(), start + LONGEST_CHARSET + 1);
            for (int at = start; at < most && field.charAt(at) > ' '; at++) {
                if (field.charAt(at) == '?') {
                    return at > start ? at : -1;
                }
            }
            return -1;
        }

        /** A question mark may stand in it, though it must not; the end may be missing where the field ends. */
        private static int textEnd(String field, int start, boolean quoted) {
            int doubtful = -1;
            for (int mark = field.indexOf('?', start); mark >= 0; mark = field.indexOf('?', mark + 1)) {
                boolean closes = mark + 1 < field.length() && field.charAt(mark + 1) == '=';
                if (closes && !(quoted && isEscape(field, mark + 1))) {
                    return mark;
                }
                if (!closes && mark > start && field.charAt(mark - 1) == '=') {
                    return doubtful; // the next word begins
                }
                doubtful = closes && doubtful < 0 ? mark : doubtful;
            }
            return doubtful >= 0 ? doubtful : missingEnd(field, start);
        }

        /** {@code ?=C3} is a question mark before an escaped byte, unless the next word follows. */
        private static boolean isEscape(String field, int equals) {
            return equals + 2 < field.length()
                    && Character.digit(field.charAt(equals + 1), 16) >= 0
                    && Character.digit(field.charAt(equals + 2), 16) >= 0;
        }

        private static int missingEnd(String field, int start) {
            int end = field.endsWith("?") ? field.length() - 1 : field.length();
            return end > start && field.indexOf(' ', start) < 0 ? end : -1;
        }

        byte[] bytes() {
            String letters = base64 ? encoded : encoded.replace('_', ' ');
            Slice body = Slice.of(letters.getBytes(StandardCharsets.ISO_8859_1));
            TransferEncoding encoding = base64 ? TransferEncoding.BASE64 : TransferEncoding.QUOTED_PRINTABLE;
            return encoding.decoded(body, Integer.MAX_VALUE).bytes();
        }
    }
}
