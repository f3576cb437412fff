package org.mailroom.intake.mime.bytes;

/** No encoding at all. */
final class PlainStream extends DecodingStream {

    private final Slice body;
    private int at;

    PlainStream(Slice body) {
        this.body = body;
    }

    @Override
    public int read() {
        return at < body.length() ? body.at(at++) & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int count = Math.min(length, body.length() - at);
        if (count <= 0) {
            return length == 0 ? 0 : -1;
        }
        System.arraycopy(body.array(), body.from() + at, into, offset, count);
        at += count;
        return count;
    }

    @Override
    public boolean isDamaged() {
        return false;
    }
}
