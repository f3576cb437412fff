package org.mailroom.intake.mime.bytes;

import java.io.InputStream;
import java.util.Arrays;

/** Undoes a transfer encoding while it is read. What does not belong into the encoding is passed over. */
public abstract class DecodingStream extends InputStream {

    private static final int FIRST_BUFFER = 8_192;

    /** The next byte; -1 at the end. */
    @Override
    public abstract int read();

    @Override
    public int read(byte[] into, int offset, int length) {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                return count == 0 ? -1 : count;
            }
            into[offset + count++] = (byte) next;
        }
        return count;
    }

    /** Whether something was passed over, or is missing at the end; known when all was read. */
    public abstract boolean isDamaged();

    /** At most so many bytes, from where the stream stands. */
    Slice readFirst(int most, int expected) {
        byte[] buffer = new byte[Math.max(1, Math.min(most, Math.max(expected, FIRST_BUFFER)))];
        int count = 0;
        for (int next = count < most ? read() : -1; next >= 0; next = count < most ? read() : -1) {
            if (count == buffer.length) {
                buffer = Arrays.copyOf(buffer, (int) Math.min(most, count * 2L));
            }
            buffer[count++] = (byte) next;
        }
        return new Slice(buffer, 0, count);
    }
}
