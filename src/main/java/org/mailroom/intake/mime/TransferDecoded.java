package org.mailroom.intake.mime;

import org.mailroom.intake.mime.bytes.DecodingStream;
import org.mailroom.intake.mime.bytes.Slice;
import org.mailroom.intake.mime.bytes.TransferEncoding;

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

    /** Whether something in it does not belong there. */
    boolean isDamaged() {
        if (mislabelled || encoding == TransferEncoding.NONE) {
            return mislabelled;
        }
        DecodingStream stream = stream();
        byte[] passed = new byte[8_192];
        while (stream.read(passed, 0, passed.length) >= 0) {
            // on to the end, where it is known
        }
        return stream.isDamaged();
    }
}
