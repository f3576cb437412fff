package org.mailroom.intake.mime.bytes;

/** Lines of uuencode (POSIX, uuencode): the first letter of each says how many bytes it holds. */
final class UuStream extends DecodingStream {

    private final Slice body;
    private final Lines lines;
    private int left;
    private int at;
    private int bits;
    private int count;
    private boolean damaged;

    /** @param body the lines between the first and the last, or with them */
    UuStream(Slice body) {
        this.body = body;
        this.lines = new Lines(body);
    }

    @Override
    public int read() {
        while (left > 0 || nextLine()) {
            while (count < 8 && at < lines.end()) {
                bits = bits << 6 | value(body.at(at++));
                count += 6;
            }
            left--;
            if (count >= 8) {
                count -= 8;
                return bits >> count & 0xFF;
            }
            damaged |= !lines.isEmpty() && lines.end() - lines.start() < 2;
            return 0; // blanks at the end of a line were lost on the way
        }
        return -1;
    }

    @Override
    public boolean isDamaged() {
        return damaged;
    }

    private boolean nextLine() {
        while (lines.advance()) {
            boolean frame =
                    lines.startsWith("begin ") || lines.line().latin1().strip().equals("end");
            if (!frame && !lines.isEmpty() && value(body.at(lines.start())) > 0) {
                left = value(body.at(lines.start()));
                at = lines.start() + 1;
                bits = 0;
                count = 0;
                return true;
            }
        }
        return false;
    }

    static int value(byte letter) {
        return letter - ' ' & 0x3F;
    }
}
