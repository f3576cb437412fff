package org.mailroom.admin.escalation;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How long before or after the due date, as people say it: 4, HOURS, AFTER.
 *
 * @param unit one of {@link #UNITS}
 * @param side {@link #BEFORE} or {@link #AFTER}
 */
record EnteredDelay(String amount, String unit, String side) {

    static final List<String> UNITS =
            List.of(ChronoUnit.MINUTES.name(), ChronoUnit.HOURS.name(), ChronoUnit.DAYS.name());

    static final String BEFORE = "BEFORE";
    static final String AFTER = "AFTER";
    static final List<String> SIDES = List.of(BEFORE, AFTER);

    private static final Duration MOST = Duration.ofDays(365);
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    /** In the largest unit in which it is a whole number. */
    static EnteredDelay of(Duration delay) {
        long minutes = delay.abs().toMinutes();
        String side = delay.isNegative() ? BEFORE : AFTER;
        if (minutes > 0 && minutes % (24 * 60) == 0) {
            return new EnteredDelay("" + minutes / (24 * 60), ChronoUnit.DAYS.name(), side);
        }
        if (minutes > 0 && minutes % 60 == 0) {
            return new EnteredDelay("" + minutes / 60, ChronoUnit.HOURS.name(), side);
        }
        return new EnteredDelay("" + minutes, ChronoUnit.MINUTES.name(), side);
    }

    boolean isReadable() {
        return NUMBER.matcher(amount.strip()).matches() && UNITS.contains(unit) && SIDES.contains(side);
    }

    /** Whether it is more than a year: such a level is a mistake in typing. */
    boolean isTooLong() {
        return duration().abs().compareTo(MOST) > 0;
    }

    /** Negative is before the due date. */
    Duration duration() {
        Duration length = Duration.of(Long.parseLong(amount.strip()), ChronoUnit.valueOf(unit));
        return side.equals(BEFORE) ? length.negated() : length;
    }
}
