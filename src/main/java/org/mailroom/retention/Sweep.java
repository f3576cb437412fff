package org.mailroom.retention;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Deletes one kind of things.
 *
 * @param kept how long they are kept; null is for ever
 */
record Sweep(String what, @Nullable Duration kept, Batch batch) {

    /** Deletes some, and tells how many. */
    @FunctionalInterface
    interface Batch {
        int delete(Instant before, int most);
    }

    int some(Instant now, int most) {
        return kept == null ? 0 : batch.delete(now.minus(kept), most);
    }
}
