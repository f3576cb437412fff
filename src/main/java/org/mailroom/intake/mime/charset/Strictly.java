package org.mailroom.intake.mime.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.mailroom.intake.mime.bytes.Slice;

/** Bytes as text in one character set: whether they fit, and what is there where they nearly do. */
final class Strictly {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** In characters. */
    private static final int LARGEST_STEP = 8_192;

    private final StringBuilder text;
    private int errors;
    private int beyondAscii;

    private Strictly(int length) {
        this.text = new StringBuilder(length);
    }

    /** Empty where a byte does not fit. */
    static Optional<String> fitting(Slice bytes, Charset charset) {
        Strictly read = of(bytes, charset, 0);
        return read.errors == 0 ? Optional.of(read.text.toString()) : Optional.empty();
    }

    /** Empty where more than a few bytes do not fit; those few are read as windows-1252, which they mostly are. */
    static Optional<String> nearlyFitting(Slice bytes, Charset charset) {
        Strictly read = of(bytes, charset, Integer.MAX_VALUE);
        return read.errors * 3L <= read.beyondAscii ? Optional.of(read.text.toString()) : Optional.empty();
    }

    private static Strictly of(Slice bytes, Charset charset, int mostErrors) {
        Strictly read = new Strictly(bytes.length());
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes.array(), bytes.from(), bytes.length());
        CharBuffer out = CharBuffer.allocate(Math.min(bytes.length() + 2, LARGEST_STEP));
        CoderResult result = CoderResult.OVERFLOW;
        while (!result.isUnderflow() && read.errors <= mostErrors) {
            result = decoder.decode(in, out, false);
            read.take(out);
            if (result.isError()) {
                read.takeWrong(in, Math.min(result.length(), in.remaining()));
            }
        }
        if (result.isUnderflow() && in.hasRemaining()) {
            read.takeWrong(in, in.remaining()); // the end cuts a character off
        }
        return read;
    }

    private void take(CharBuffer out) {
        out.flip();
        char[] letters = out.array();
        for (int at = 0; at < out.length(); at++) {
            beyondAscii += letters[at] > 127 ? 1 : 0;
        }
        text.append(letters, 0, out.length());
        out.clear();
    }

    private void takeWrong(ByteBuffer in, int count) {
        byte[] wrong = new byte[count];
        in.get(wrong);
        errors += count;
        text.append(new String(wrong, WINDOWS_1252));
    }

    static String asWindows1252(Slice bytes) {
        return new String(bytes.array(), bytes.from(), bytes.length(), WINDOWS_1252);
    }

    static boolean isAscii(Slice bytes) {
        for (int at = 0; at < bytes.length(); at++) {
            if (bytes.at(at) < 0) {
                return false;
            }
        }
        return true;
    }

    static Optional<String> utf8(Slice bytes) {
        return fitting(bytes, StandardCharsets.UTF_8);
    }
}
