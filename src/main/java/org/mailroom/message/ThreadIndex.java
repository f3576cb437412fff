package org.mailroom.message;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Which conversation a mail belongs to, as Outlook and Exchange say it in the field {@code Thread-Index} (MS-OXOMSG,
 * 2.2.1.3): a root of 22 bytes that all mails of a conversation share, its time and a random number, then five bytes for
 * each answer.
 *
 * @param value in Base64
 */
public record ThreadIndex(String value) {

    private static final int ROOT = 22;
    private static final int ANSWER = 5;

    /** No conversation is longer; what claims to be is cut when it is answered. */
    private static final int MOST_ANSWERS = 200;

    private static final int LONGEST_FIELD = 2_000;

    /** From 1601, where the time of Windows begins, to 1970, in seconds. */
    private static final long WINDOWS_TO_UNIX = 11_644_473_600L;

    private static final long TICKS_OF_SECOND = 10_000_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Empty where the field holds none. */
    public static Optional<ThreadIndex> of(String field) {
        String text = field.replaceAll("\\s", "");
        try {
            byte[] bytes = text.length() > LONGEST_FIELD
                    ? new byte[0]
                    : Base64.getDecoder().decode(text);
            return bytes.length < ROOT
                    ? Optional.empty()
                    : Optional.of(new ThreadIndex(Base64.getEncoder().encodeToString(bytes)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** What all mails of the conversation share, in Base64. */
    public String root() {
        return Base64.getEncoder().encodeToString(Arrays.copyOf(bytes(), ROOT));
    }

    /** That of an answer to the mail. */
    public ThreadIndex answered(Instant now) {
        byte[] bytes = bytes();
        int kept = Math.min(bytes.length, ROOT + MOST_ANSWERS * ANSWER);
        byte[] answer = ByteBuffer.allocate(kept + ANSWER)
                .put(bytes, 0, kept)
                .putInt(sinceRoot(bytes, now))
                .put((byte) RANDOM.nextInt())
                .array();
        return new ThreadIndex(Base64.getEncoder().encodeToString(answer));
    }

    /** The time since the root in 31 bits, coarser where it is long, which the first bit then says. */
    private static int sinceRoot(byte[] bytes, Instant now) {
        long root = ByteBuffer.wrap(bytes).getLong() & ~0xffffL;
        long ticks = (now.getEpochSecond() + WINDOWS_TO_UNIX) * TICKS_OF_SECOND + now.getNano() / 100;
        long since = Math.max(0, ticks - root);
        return since < 1L << 49 ? (int) (since >> 18) : (int) (since >> 23) | Integer.MIN_VALUE;
    }

    private byte[] bytes() {
        return Base64.getDecoder().decode(value);
    }
}
