package org.mailroom.intake.mime;

import org.mailroom.intake.mime.bytes.DecodingStream;
import org.mailroom.intake.mime.bytes.Slice;
import org.mailroom.intake.mime.bytes.TransferEncoding;
import org.mailroom.intake.mime.bytes.Undone;

/**
 * The body of a part with its transfer encoding (RFC 2045, 6) undone. What does not belong into the encoding is passed
 * over, and what was cut off short is kept as far as it goes. It is decoded each time it is asked for, so that a large file
 * is never in memory twice.
 *
 * @param mislabelled whether the body was never encoded as its header says
 */
record TransferDecoded(Slice body, TransferEncoding encoding, boolean mislabelled) {

    private static final int ALL = Integer.MAX_VALUE - 16;

    static TransferDecoded of(Slice body, String encoding) {
        TransferEncoding declared = TransferEncoding.named(encoding);
        return declared.fits(body)
                ? new TransferDecoded(body, declared, false)
                : new TransferDecoded(body, TransferEncoding.NONE, true);
    }

    static TransferDecoded plain(Slice body) {
        return new TransferDecoded(body, TransferEncoding.NONE, false);
    }

    DecodingStream stream() {
        return encoding.decoding(body);
    }

    byte[] bytes() {
        return slice().bytes();
    }

    Slice slice() {
        return first(ALL);
    }

    /** The first bytes, at most so many. */
    Slice first(int most) {
        return encoding.decoded(body, most);
    }

    /** The same, with a word on their state. */
    Undone beginning(int most) {
        Undone undone = encoding.undone(body, most);
        return new Undone(undone.bytes(), undone.damaged() || mislabelled);
    }
}
