package org.mailroom.admin.escalation;

import java.time.Duration;
import java.util.List;
import org.mailroom.admin.forms.EnteredLength;

/**
 * How long before or after the due date, as people say it: 4 hours, AFTER.
 *
 * @param side {@link #BEFORE} or {@link #AFTER}
 */
record EnteredDelay(EnteredLength length, String side) {

    static final String BEFORE = "BEFORE";
    static final String AFTER = "AFTER";
    static final List<String> SIDES = List.of(BEFORE, AFTER);

    private static final Duration MOST = Duration.ofDays(365);

    static EnteredDelay of(Duration delay) {
        return new EnteredDelay(EnteredLength.of(delay.abs()), delay.isNegative() ? BEFORE : AFTER);
    }

    boolean isReadable() {
        return length.isReadable() && SIDES.contains(side);
    }

    /** Whether it is more than a year: such a level is a mistake in typing. */
    boolean isTooLong() {
        return length.duration().compareTo(MOST) > 0;
    }

    /** Negative is before the due date. */
    Duration duration() {
        return side.equals(BEFORE) ? length.duration().negated() : length.duration();
    }
}
