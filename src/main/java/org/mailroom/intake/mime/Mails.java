package org.mailroom.intake.mime;

import org.mailroom.intake.mime.bytes.Slice;

/** Splits the bytes of a mail into header fields and body. */
final class Mails {

    private Mails() {}

    static Entity parse(byte[] raw) {
        return Entity.ofMail(Slice.of(raw), new Reading(ReadingLimits.DEFAULT));
    }
}
