package org.mailroom.intake.mime.field;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mailroom.intake.text.CleanText;

/**
 * A date as mails write it (RFC 5322, 3.3 and 4.3): with the day of the week or without, two digits for a year, zones by
 * name, month and day turned round, or as in RFC 3339.
 */
public final class MailDate {

    private static final int LONGEST = 200;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, Integer> ZONES = Map.of(
            "edt", -4, "est", -5, "cdt", -5, "cst", -6, "mdt", -6, "mst", -7, "pdt", -7, "pst", -8, "cet", 1, "cest",
            2);

    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})[\\s-]{1,3}([A-Za-z]{3})[a-z]{0,6}\\.?[\\s,-]{1,3}(\\d{2,4})\\b");
    private static final Pattern MONTH_FIRST =
            Pattern.compile("\\b([A-Za-z]{3})[a-z]{0,6}\\s{1,3}(\\d{1,2})\\b,?(?:.{0,20}?)\\b(\\d{4})\\b");
    private static final Pattern NUMBERS = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern TIME =
            Pattern.compile("(?<!\\d)(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?(?:[.,]\\d{1,9})?\\s{0,2}([AaPp][Mm]\\b)?");
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{2}):?(\\d{2})\\b");
    private static final Pattern ZONE = Pattern.compile("\\b([A-Za-z]{1,5})\\b");

    private MailDate() {}

    /** Empty where it says no date. */
    public static Optional<Instant> instant(String written) {
        String date = CleanText.cut(written, LONGEST);
        try {
            return moment(date);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> moment(String date) {
        Matcher time = TIME.matcher(date);
        Optional<int[]> day = day(date);
        if (day.isEmpty()) {
            return Optional.empty();
        }
        boolean timed = time.find();
        LocalDateTime local = LocalDateTime.of(
                day.get()[0],
                day.get()[1],
                day.get()[2],
                timed ? hour(time) : 0,
                timed ? Integer.parseInt(time.group(2)) : 0,
                timed && time.group(3) != null ? Math.min(59, Integer.parseInt(time.group(3))) : 0);
        String rest = timed ? date.substring(time.end()) : "";
        return Optional.of(OffsetDateTime.of(local, offset(rest)).toInstant());
    }

    /** Year, month, day. */
    private static Optional<int[]> day(String date) {
        Matcher numbers = NUMBERS.matcher(date);
        if (numbers.find()) {
            return Optional.of(new int[] {number(numbers, 1), number(numbers, 2), number(numbers, 3)});
        }
        Matcher dayFirst = DAY_FIRST.matcher(date);
        if (dayFirst.find() && month(dayFirst.group(2)) > 0) {
            return Optional.of(new int[] {year(dayFirst.group(3)), month(dayFirst.group(2)), number(dayFirst, 1)});
        }
        Matcher monthFirst = MONTH_FIRST.matcher(date);
        while (monthFirst.find()) {
            if (month(monthFirst.group(1)) > 0) {
                return Optional.of(
                        new int[] {year(monthFirst.group(3)), month(monthFirst.group(1)), number(monthFirst, 2)});
            }
        }
        return Optional.empty();
    }

    private static int hour(Matcher time) {
        int hour = number(time, 1);
        String half = time.group(4);
        if (half == null || hour > 12) {
            return hour;
        }
        return hour % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
    }

    /** RFC 5322, 4.3: two digits below 50 are of this century, three are counted from 1900. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 2) {
            return year + (year < 50 ? 2000 : 1900);
        }
        return digits.length() == 3 ? year + 1900 : year;
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    /** UTC where the zone is missing or unknown. */
    private static ZoneOffset offset(String rest) {
        Matcher offset = OFFSET.matcher(rest);
        if (offset.find()) {
            int minutes = number(offset, 2) * 60 + number(offset, 3);
            boolean possible = minutes <= 18 * 60;
            return ZoneOffset.ofTotalSeconds(
                    possible ? minutes * (offset.group(1).equals("-") ? -60 : 60) : 0);
        }
        Matcher zone = ZONE.matcher(rest);
        int hours = zone.find() ? ZONES.getOrDefault(zone.group(1).toLowerCase(Locale.ROOT), 0) : 0;
        return ZoneOffset.ofHours(hours);
    }
}
