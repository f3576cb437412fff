package org.mailroom.outbox.sending;

import java.time.Duration;
import java.util.List;

/** When a mail that the server refused for now is tried again, and when a person is told; when a server that is away is. */
final class Retries {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4));
    private static final int TELLING = 3;

    private static final int FIRST_REST_SECONDS = 10;
    private static final int LONGEST_REST_SECONDS = 60;

    private Retries() {}

    /** @param attempts how often the mail failed, 1 or more */
    static Duration pauseAfter(int attempts) {
        return PAUSES.get(Math.min(attempts, PAUSES.size()) - 1);
    }

    /** For a mail that nobody was told of yet; one that is given up is told at once. */
    static boolean isTimeToTell(int attempts) {
        return attempts >= TELLING;
    }

    /**
     * Short, for many mails may wait for the server, and trying it costs one connection.
     *
     * @param probes how often it was tried in vain, 1 or more
     */
    static Duration restAfter(int probes) {
        return Duration.ofSeconds(Math.min((long) FIRST_REST_SECONDS << Math.min(probes - 1, 4), LONGEST_REST_SECONDS));
    }
}
