package org.mailroom.intake.mime.wrapped;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.mime.bytes.Slice;

/**
 * Finds the mail within a signature of S/MIME (RFC 5652, 5; RFC 8551, 3.5.2). The signature is not checked: that a mail can
 * be read says nothing of who wrote it.
 */
public final class SignedData {

    private static final byte[] SIGNED = {0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 2};
    private static final int SEQUENCE = 0x30;
    private static final int OBJECT_ID = 0x06;
    private static final int OCTETS = 0x04;
    private static final int CONSTRUCTED_OCTETS = 0x24;
    private static final int EXPLICIT = 0xA0;
    private static final int DEEPEST = 8;

    /**
     * A value of BER (X.690): definite or indefinite in length.
     *
     * @param end behind the value, before its end-of-contents octets
     * @param next where the next value begins
     */
    private record Value(int tag, int start, int end, int next) {}

    private final Slice data;

    private SignedData(Slice data) {
        this.data = data;
    }

    /** Empty where it is something else, such as an encrypted mail or a signature alone. */
    public static Optional<Slice> content(Slice data) {
        return new SignedData(data).content();
    }

    private Optional<Slice> content() {
        Value info = value(0, data.length(), 0);
        Value type = inside(info, SEQUENCE);
        if (info == null || type == null || type.tag() != OBJECT_ID || !data.hasAt(type.start(), SIGNED)) {
            return Optional.empty();
        }
        Value signed = inside(value(type.next(), info.end(), 0), EXPLICIT);
        Value version = inside(signed, SEQUENCE);
        Value algorithms = version == null || signed == null ? null : value(version.next(), signed.end(), 0);
        Value wrapped = algorithms == null || signed == null ? null : value(algorithms.next(), signed.end(), 0);
        Value wrappedType = inside(wrapped, SEQUENCE);
        Value octets = wrappedType == null || wrapped == null
                ? null
                : inside(value(wrappedType.next(), wrapped.end(), 0), EXPLICIT);
        return octets == null ? Optional.empty() : octets(octets);
    }

    private Optional<Slice> octets(Value octets) {
        if (octets.tag() == OCTETS) {
            return Optional.of(data.part(octets.start(), octets.end()));
        }
        if (octets.tag() != CONSTRUCTED_OCTETS) {
            return Optional.empty();
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream(octets.end() - octets.start());
        for (Value piece = value(octets.start(), octets.end(), 0);
                piece != null && piece.tag() == OCTETS;
                piece = value(piece.next(), octets.end(), 0)) {
            joined.write(data.array(), data.from() + piece.start(), piece.end() - piece.start());
        }
        return Optional.of(Slice.of(joined.toByteArray()));
    }

    private @Nullable Value inside(@Nullable Value outer, int tag) {
        return outer == null || outer.tag() != tag ? null : value(outer.start(), outer.end(), 0);
    }

    /** What was cut off short ends where the bytes end. */
    private @Nullable Value value(int at, int end, int depth) {
        if (at + 2 > end || depth > DEEPEST) {
            return null;
        }
        int tag = data.at(at) & 0xFF;
        int first = data.at(at + 1) & 0xFF;
        if (first == 0x80) {
            return indefinite(tag, at + 2, end, depth);
        }
        int lengthBytes = first < 0x80 ? 0 : first & 0x7F;
        if (lengthBytes > 4 || at + 2 + lengthBytes > end) {
            return null;
        }
        long length = lengthBytes == 0 ? first : 0;
        for (int index = 0; index < lengthBytes; index++) {
            length = length << 8 | data.at(at + 2 + index) & 0xFF;
        }
        int start = at + 2 + lengthBytes;
        int valueEnd = (int) Math.min(end, start + length);
        return new Value(tag, start, valueEnd, valueEnd);
    }

    private @Nullable Value indefinite(int tag, int start, int end, int depth) {
        int at = start;
        while (at + 2 <= end && (data.at(at) != 0 || data.at(at + 1) != 0)) {
            Value inner = value(at, end, depth + 1);
            if (inner == null || inner.next() <= at) {
                return null;
            }
            at = inner.next();
        }
        return new Value(tag, start, at, Math.min(end, at + 2));
    }
}
