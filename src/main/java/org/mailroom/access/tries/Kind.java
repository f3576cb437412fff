package org.mailroom.access.tries;

import java.time.Duration;

/** What wrong passwords are counted for, and what follows. No pause is for good. */
enum Kind {
    /** One person at one address: somebody guesses, or mistypes. */
    PLACE(3, Duration.ofMinutes(15)),
    /** Everybody at one address: somebody tries many names. */
    ADDRESS(30, Duration.ofMinutes(15)),
    /** One person at all addresses from which they never logged in: many machines guess. A short pause lets them in, too. */
    PERSON(10, Duration.ofMinutes(1));

    static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    private final int free;
    private final Duration longest;

    Kind(int free, Duration longest) {
        this.free = free;
        this.longest = longest;
    }

    /** How many wrong passwords have no consequence. */
    int free() {
        return free;
    }

    Duration longest() {
        return longest;
    }
}
