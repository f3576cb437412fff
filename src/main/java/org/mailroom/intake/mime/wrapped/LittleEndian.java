package org.mailroom.intake.mime.wrapped;

import org.mailroom.intake.mime.bytes.Slice;

/** Reads numbers and stretches from bytes one after the other; beyond their end there are zeros and nothing. */
final class LittleEndian {

    private final Slice bytes;
    private int at;

    LittleEndian(Slice bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length();
    }

    int u8() {
        return at < bytes.length() ? bytes.at(at++) & 0xFF : 0;
    }

    int u16() {
        return u8() | u8() << 8;
    }

    int i32() {
        return u16() | u16() << 16;
    }

    /** As long as there are bytes. */
    Slice take(int length) {
        int end = length < 0 ? bytes.length() : (int) Math.min(bytes.length(), (long) at + length);
        Slice taken = bytes.part(at, end);
        at = end;
        return taken;
    }

    void skip(int length) {
        take(length);
    }
}
