package org.mailroom.intake.mime.bytes;

import java.util.Locale;
import java.util.function.Function;

/** How the bytes of a part were made fit to travel (RFC 2045, 6), also by the names that are no standard. */
public enum TransferEncoding {
    NONE(PlainStream::new),
    BASE64(Base64Stream::new),
    QUOTED_PRINTABLE(QuotedPrintableStream::new),
    UUENCODE(UuStream::new);

    private final Function<Slice, DecodingStream> decoder;

    TransferEncoding(Function<Slice, DecodingStream> decoder) {
        this.decoder = decoder;
    }

    /** What is unknown is taken for none: the bytes are then kept as they came. */
    public static TransferEncoding named(String declared) {
        String letters = declared.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        if (letters.startsWith("base64")) {
            return BASE64;
        }
        if (letters.startsWith("quotedprintable")) {
            return QUOTED_PRINTABLE;
        }
        return letters.matches("x?uu(e|encode|encoded)?") ? UUENCODE : NONE;
    }

    /** False where the body was clearly never encoded so. */
    public boolean fits(Slice body) {
        return this != BASE64 || !Base64Stream.isUnlikely(body);
    }

    public DecodingStream decoding(Slice body) {
        return decoder.apply(body);
    }

    /** The first bytes, at most so many. */
    public Slice decoded(Slice body, int most) {
        return undone(body, most).bytes();
    }

    /** The same, with a word on their state. */
    public Undone undone(Slice body, int most) {
        if (this == NONE) {
            return new Undone(body.first(most), false);
        }
        DecodingStream stream = decoding(body);
        Slice bytes = stream.readFirst(most, this == BASE64 ? body.length() / 4 * 3 + 3 : body.length());
        return new Undone(bytes, stream.isDamaged());
    }
}
