package org.mailroom.access.tries;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides whether a password is looked at. Each try is counted before that, so that many at once count as many; one that was
 * right is taken off again. A stranger elsewhere never keeps a person out of a place from which they logged in before.
 */
@Component
public class Tries {

    private final TryRows rows;
    private final Clock clock;

    Tries(TryRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Counts the try, unless there is a pause.
     *
     * @return how long to wait; zero if the password may be looked at
     */
    @Transactional
    public Duration begin(String person, String address) {
        Instant now = clock.instant();
        List<Counter> counters = counters(person, Source.of(address));
        Duration pause = counters.stream()
                .map(counter -> rows.pause(counter, now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        for (Counter counter : counters) {
            Duration meanwhile = pause.isZero() ? rows.count(counter, now) : Duration.ZERO;
            pause = pause.isZero() ? meanwhile : pause;
            if (!pause.isZero()) {
                rows.refuse(counter, now);
            }
        }
        return pause;
    }

    /** Takes the try off again, as the password was right, and remembers the place. */
    @Transactional
    public void succeed(String person, String address) {
        Instant now = clock.instant();
        String source = Source.of(address);
        counters(person, source).forEach(rows::takeOff);
        rows.forget(place(person, source));
        rows.remember(person, source, now);
        rows.deleteOld(now);
    }

    /** Counts a token that nobody has: whoever guesses tokens is kept from guessing passwords, too. */
    @Transactional
    public Duration wrongToken(String address) {
        Instant now = clock.instant();
        Counter counter = new Counter(Kind.ADDRESS, Source.of(address));
        Duration pause = rows.pause(counter, now);
        return pause.isZero() ? rows.count(counter, now) : pause;
    }

    private List<Counter> counters(String person, String source) {
        List<Counter> counters = new ArrayList<>(List.of(place(person, source)));
        if (!rows.isKnown(person, source)) {
            counters.add(new Counter(Kind.ADDRESS, source));
            counters.add(new Counter(Kind.PERSON, person));
        }
        return counters;
    }

    private static Counter place(String person, String source) {
        return new Counter(Kind.PLACE, person + " " + source);
    }
}
