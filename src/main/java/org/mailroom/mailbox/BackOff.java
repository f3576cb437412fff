package org.mailroom.mailbox;

import java.time.Duration;
import org.mailroom.mailserver.Trouble;

/**
 * When an account that failed is tried again. A server that is away is back at any moment; a login that was refused is
 * mended by a person, and trying it often gets accounts locked.
 */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration FIRST_LOGIN = Duration.ofSeconds(30);
    private static final Duration LONGEST_LOGIN = Duration.ofMinutes(15);

    private BackOff() {}

    /** @param failures how often it failed one after the other, 1 or more */
    static Duration after(int failures, Trouble.Kind kind) {
        return kind.needsAPerson() ? doubled(FIRST_LOGIN, LONGEST_LOGIN, failures) : doubled(FIRST, LONGEST, failures);
    }

    private static Duration doubled(Duration first, Duration longest, int failures) {
        int doublings = Math.min(Math.max(failures, 1) - 1, 10);
        Duration pause = first.multipliedBy(1L << doublings);
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
