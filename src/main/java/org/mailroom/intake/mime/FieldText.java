package org.mailroom.intake.mime;

import java.nio.charset.StandardCharsets;

/**
 * The value of a header field as it was split off: unfolded, each byte still one character. Decoding comes last, so that
 * a comma or a quotation mark inside an encoded word never counts as one of the field.
 */
final class FieldText {

    private FieldText() {}

    /** @param folded as Jakarta Mail gives it: a byte for each character, the line ends of folding in it */
    static String unfolded(String folded) {
        return folded.replaceAll("\\r?\\n(?=[ \\t])", "").strip();
    }

    /** Bytes above 127, which RFC 6532 allows as UTF-8 and others just write, and encoded words become characters. */
    static String decoded(String value) {
        return EncodedWords.decoded(eightBit(value));
    }

    private static String eightBit(String value) {
        boolean bytes = value.chars().allMatch(letter -> letter < 256);
        return bytes
                ? Decoded.of(value.getBytes(StandardCharsets.ISO_8859_1), null).text()
                : value;
    }
}
