package org.mailroom.outbox.sending;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Says that there is something to send. Who counted the rings before he looked misses none. */
final class Bell {

    private long rings;
    private boolean silenced;

    synchronized void ring() {
        rings++;
        notifyAll();
    }

    /** Nobody shall wait for it any more, nor begin anything. */
    synchronized void silence() {
        silenced = true;
        notifyAll();
    }

    synchronized boolean isSilenced() {
        return silenced;
    }

    synchronized long rings() {
        return rings;
    }

    /** @return whether it rang more often than so, within this time */
    synchronized boolean rangSince(long heard, Duration time) {
        waitWhile(() -> rings == heard, time);
        return rings != heard && !silenced;
    }

    /** Lets more rings come. */
    synchronized void pause(Duration time) {
        waitWhile(() -> true, time);
    }

    private void waitWhile(BooleanSupplier nothingNew, Duration time) {
        long until = System.nanoTime() + time.toNanos();
        try {
            for (long left = time.toMillis() + 1; nothingNew.getAsBoolean() && !silenced && left > 0; ) {
                wait(left);
                left = (until - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            silenced = true;
        }
    }
}
