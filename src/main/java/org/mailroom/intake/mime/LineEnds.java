package org.mailroom.intake.mime;

import org.mailroom.intake.mime.bytes.Slice;

/** A mail whose lines all end with CR alone, as old Macintosh programs wrote them, gets lines that end with LF. */
final class LineEnds {

    private LineEnds() {}

    static Slice fed(Slice mail) {
        if (mail.indexOf('\n', 0) >= 0 || mail.indexOf('\r', 0) < 0) {
            return mail;
        }
        byte[] fed = new byte[mail.length()];
        for (int at = 0; at < fed.length; at++) {
            fed[at] = mail.at(at) == '\r' ? (byte) '\n' : mail.at(at);
        }
        return Slice.of(fed);
    }
}
