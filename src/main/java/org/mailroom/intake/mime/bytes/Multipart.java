package org.mailroom.intake.mime.bytes;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The body of a multipart (RFC 2046, 5.1.1), split at its boundary. A boundary that is missing at the end is not missed;
 * where the declared one stands nowhere, the first line that looks like one is taken.
 *
 * @param parts none where the body has no boundary at all
 * @param asDeclared false where another boundary was taken than was declared
 */
public record Multipart(List<Slice> parts, boolean asDeclared) {

    private static final int LONGEST_BOUNDARY = 250;

    /**
     * Splits a body.
     *
     * @param boundary as declared, empty where none is
     * @param room asked before each part; once it says no, the rest is left out
     */
    public static Multipart split(Slice body, String boundary, BooleanSupplier room) {
        List<Slice> parts =
                boundary.isEmpty() ? List.of() : parts(body, ("--" + boundary).getBytes(StandardCharsets.UTF_8), room);
        return parts.isEmpty()
                ? new Multipart(parts(body, likelyDelimiter(body), room), false)
                : new Multipart(parts, true);
    }

    private static List<Slice> parts(Slice body, byte[] delimiter, BooleanSupplier room) {
        List<Slice> parts = new ArrayList<>();
        if (delimiter.length == 0) {
            return parts;
        }
        int partStart = -1;
        int previousEnd = 0;
        Lines lines = new Lines(body);
        while (lines.advance()) {
            Kind kind = kind(lines, body, delimiter);
            if (kind != Kind.OTHER) {
                if (partStart >= 0) {
                    parts.add(body.part(partStart, Math.max(partStart, previousEnd)));
                }
                boolean opens = kind == Kind.OPENING && room.getAsBoolean();
                if (kind == Kind.OPENING && !opens) {
                    return parts;
                }
                partStart = opens ? lines.next() : -1;
            }
            previousEnd = lines.end();
        }
        if (partStart >= 0) {
            parts.add(body.part(partStart, body.length()));
        }
        return parts;
    }

    private enum Kind {
        OPENING,
        CLOSING,
        OTHER
    }

    /** Behind the boundary nothing may stand but two hyphens and blanks: a longer one is another boundary. */
    private static Kind kind(Lines lines, Slice body, byte[] delimiter) {
        int end = lines.start() + delimiter.length;
        if (end > lines.end() || body.at(lines.start()) != '-' || !body.hasAt(lines.start(), delimiter)) {
            return Kind.OTHER;
        }
        boolean closing = end + 2 <= lines.end() && body.hasAt(end, "--");
        for (int at = closing ? end + 2 : end; at < lines.end(); at++) {
            if (!Lines.isSpace(body.at(at))) {
                return Kind.OTHER;
            }
        }
        return closing ? Kind.CLOSING : Kind.OPENING;
    }

    /** A line of two hyphens and more with the header of a part below it; empty where there is none. */
    private static byte[] likelyDelimiter(Slice body) {
        Lines lines = new Lines(body);
        while (lines.advance()) {
            boolean likely = lines.startsWith("--")
                    && lines.end() - lines.start() > 2
                    && lines.end() - lines.start() < LONGEST_BOUNDARY;
            if (likely) {
                Lines below = lines.ahead();
                if (below.advance() && below.startsWith("content-")) {
                    return lines.line().latin1().stripTrailing().getBytes(StandardCharsets.ISO_8859_1);
                }
            }
        }
        return new byte[0];
    }
}
