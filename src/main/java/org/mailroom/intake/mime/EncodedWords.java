package org.mailroom.intake.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Encoded words in header fields (RFC 2047), decoded. Words that stand side by side in one character set are put together
 * before they are decoded, because many programs break a line inside of a character.
 */
final class EncodedWords {

    private static final Pattern WORD = Pattern.compile("=\\?([^?\\s]{1,64})\\?([bBqQ])\\?([^?]*+)\\?=");

    private final StringBuilder text = new StringBuilder();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private @Nullable String charset;

    private EncodedWords() {}

    static String decoded(String field) {
        EncodedWords words = new EncodedWords();
        Matcher word = WORD.matcher(field);
        int end = 0;
        while (word.find()) {
            words.between(field.substring(end, word.start()));
            words.word(word.group(1).split("\\*", 2)[0], word.group(2), word.group(3));
            end = word.end();
        }
        words.flush();
        return words.text.append(field, end, field.length()).toString();
    }

    /** White space between two encoded words only serves to fold the line. */
    private void between(String plain) {
        if ((text.isEmpty() && pending.size() == 0) || !plain.isBlank()) {
            flush();
            text.append(plain);
        }
    }

    private void word(String wordCharset, String encoding, String encoded) {
        String plainCharset = wordCharset.toLowerCase(Locale.ROOT);
        if (!plainCharset.equals(charset)) {
            flush();
            charset = plainCharset;
        }
        byte[] letters = encoded.getBytes(StandardCharsets.ISO_8859_1);
        TransferDecoded bytes = encoding.equalsIgnoreCase("b")
                ? TransferDecoded.base64(letters)
                : TransferDecoded.quotedPrintable(encoded.replace('_', ' ').getBytes(StandardCharsets.ISO_8859_1));
        pending.writeBytes(bytes.bytes());
    }

    private void flush() {
        text.append(Decoded.of(pending.toByteArray(), charset).text());
        pending.reset();
        charset = null;
    }
}
