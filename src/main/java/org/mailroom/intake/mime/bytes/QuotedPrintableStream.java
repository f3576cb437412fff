package org.mailroom.intake.mime.bytes;

/** Quoted-printable (RFC 2045, 6.7). An equals sign that escapes nothing is one. */
final class QuotedPrintableStream extends DecodingStream {

    private final Slice body;
    private int at;
    private boolean damaged;

    QuotedPrintableStream(Slice body) {
        this.body = body;
    }

    @Override
    public int read() {
        while (at < body.length()) {
            byte letter = body.at(at);
            if (letter == '=') {
                int lineEnd = softBreakEnd();
                if (lineEnd < 0) {
                    return escaped();
                }
                at = lineEnd;
            } else {
                at++;
                return letter & 0xFF;
            }
        }
        return -1;
    }

    @Override
    public boolean isDamaged() {
        return damaged;
    }

    private int escaped() {
        int high = digit(at + 1);
        int low = digit(at + 2);
        if (high < 0 || low < 0) {
            damaged = true;
            at++;
            return '=';
        }
        at += 3;
        return high << 4 | low;
    }

    /** Where the next line begins if the equals sign here ends its line; otherwise -1. */
    private int softBreakEnd() {
        int next = blanksEnd(at + 1);
        if (next == body.length()) {
            return next;
        }
        boolean carriage = body.at(next) == '\r';
        int feed = carriage ? next + 1 : next;
        if (feed < body.length() && body.at(feed) == '\n') {
            return feed + 1;
        }
        return carriage ? feed : -1;
    }

    private int blanksEnd(int start) {
        int end = start;
        while (end < body.length() && Lines.isSpace(body.at(end))) {
            end++;
        }
        return end;
    }

    private int digit(int index) {
        return index < body.length() ? Character.digit(body.at(index), 16) : -1;
    }
}
