package org.mailroom.outbox.sending;

import java.time.Duration;

/**
 * How a round keeps its connection for mail that may come. Where only so many mails a minute may leave, their time comes
 * without a ring.
 */
final class Lull {

    /** A mail that just came is seldom alone. */
    static final Duration GATHERING = Duration.ofMillis(100);

    private final Bell bell;
    private final Duration longest;
    private long heard;
    private long busyAt = System.nanoTime();

    Lull(Bell bell, Duration longest) {
        this.bell = bell;
        this.longest = longest;
    }

    Bell bell() {
        return bell;
    }

    /** From now on no ring is missed. */
    void listen() {
        heard = bell.rings();
    }

    void isBusy() {
        busyAt = System.nanoTime();
    }

    /** @return whether it is worth looking once more */
    boolean awaitMore(Account account) {
        long left = longest.toNanos() - (System.nanoTime() - busyAt);
        if (left <= 0 || bell.isSilenced()) {
            return false;
        }
        boolean paced = account.mailsPerMinute() > 0;
        long pulse = paced ? Math.min(left, account.interval().toNanos()) : left;
        if (bell.rangSince(heard, Duration.ofNanos(pulse))) {
            bell.pause(GATHERING);
            return true;
        }
        return paced && !bell.isSilenced();
    }
}
