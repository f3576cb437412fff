package org.mailroom.intake.mime.bytes;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A stretch of bytes. It is a view: a mail of any size is held once, and its parts point into it.
 *
 * @param array never changed while somebody looks at it
 * @param from the first byte
 * @param to behind the last byte
 */
@SuppressWarnings("ArrayRecordComponent") // a view of bytes that are too large to compare
public record Slice(byte[] array, int from, int to) {

    public static final Slice EMPTY = of(new byte[0]);

    public static Slice of(byte[] all) {
        return new Slice(all, 0, all.length);
    }

    public int length() {
        return to - from;
    }

    public boolean isEmpty() {
        return from == to;
    }

    public byte at(int index) {
        return array[from + index];
    }

    /** From {@code start} to before {@code end}, both counted from the beginning of this stretch. */
    public Slice part(int start, int end) {
        return new Slice(array, from + start, from + end);
    }

    /** The first bytes, at most so many. */
    public Slice first(int most) {
        return length() <= most ? this : part(0, most);
    }

    /** All of them; the very array where this is the whole of it, otherwise a copy. */
    public byte[] bytes() {
        return from == 0 && to == array.length ? array : Arrays.copyOfRange(array, from, to);
    }

    /** Each byte one character. */
    public String latin1() {
        return new String(array, from, length(), StandardCharsets.ISO_8859_1);
    }

    /** Where the byte stands for the first time at or after {@code start}; -1 where it does not. */
    public int indexOf(char letter, int start) {
        for (int at = from + start; at < to; at++) {
            if (array[at] == (byte) letter) {
                return at - from;
            }
        }
        return -1;
    }

    /** Whether exactly these bytes stand there. */
    public boolean hasAt(int start, byte[] wanted) {
        return start >= 0
                && length() - start >= wanted.length
                && Arrays.equals(array, from + start, from + start + wanted.length, wanted, 0, wanted.length);
    }

    /** Whether these letters stand there, in upper or lower case. */
    public boolean hasAt(int start, String ascii) {
        if (start < 0 || length() - start < ascii.length()) {
            return false;
        }
        for (int at = 0; at < ascii.length(); at++) {
            if (lower(at(start + at)) != lower((byte) ascii.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte letter) {
        return letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
    }

    @Override
    public String toString() {
        return "Slice[" + length() + " bytes]";
    }
}
