package org.mailroom.admin.forms;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How long, as people say it: 4, HOURS.
 *
 * @param unit one of {@link #UNITS}
 */
public record EnteredLength(String amount, String unit) {

    public static final List<String> UNITS =
            List.of(ChronoUnit.MINUTES.name(), ChronoUnit.HOURS.name(), ChronoUnit.DAYS.name());

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int MINUTES_OF_A_DAY = 24 * 60;

    /** In the largest unit in which it is a whole number. */
    public static EnteredLength of(Duration length) {
        long minutes = length.toMinutes();
        if (minutes > 0 && minutes % MINUTES_OF_A_DAY == 0) {
            return new EnteredLength("" + minutes / MINUTES_OF_A_DAY, ChronoUnit.DAYS.name());
        }
        if (minutes > 0 && minutes % 60 == 0) {
            return new EnteredLength("" + minutes / 60, ChronoUnit.HOURS.name());
        }
        return new EnteredLength("" + minutes, ChronoUnit.MINUTES.name());
    }

    public boolean isReadable() {
        return NUMBER.matcher(amount.strip()).matches() && UNITS.contains(unit);
    }

    /** Of what is readable. */
    public Duration duration() {
        return Duration.of(number(), ChronoUnit.valueOf(unit));
    }

    /** The amount of what is readable, for a sentence. */
    public long number() {
        return Long.parseLong(amount.strip());
    }
}
