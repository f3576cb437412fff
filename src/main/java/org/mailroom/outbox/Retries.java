package org.mailroom.outbox;

import java.time.Duration;
import java.util.List;

/** When a mail that failed is tried again, and when a person is told. */
final class Retries {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofDays(1));
    private static final int TELLING = 3;

    private Retries() {}

    /** @param attempts how often the mail failed, 1 or more; from the tenth on it is tried once a day */
    static Duration pauseAfter(int attempts) {
        return PAUSES.get(Math.min(attempts, PAUSES.size()) - 1);
    }

    /** Once a mail: at the third failure, or before it when the mail is given up. */
    static boolean isTimeToTell(int attempts, boolean forGood) {
        return attempts == TELLING || (forGood && attempts < TELLING);
    }
}
