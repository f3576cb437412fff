package org.mailroom.retention;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long things are kept; null is for ever.
 *
 * @param closedCases a case after it was closed, with all that belongs to it
 * @param rawMails a mail as it came, after it was settled and its case was closed
 * @param log the line of a mail that has no case
 * @param sentMails a mail as it left, after its case was closed
 * @param notices mail to admins that belongs to no case
 * @param from when the night begins, in UTC
 * @param until when it ends; it may be on the next day
 * @param every how often in the night something is deleted
 * @param batch how many at most each time, of each kind
 */
@ConfigurationProperties("mailroom.retention")
record RetentionSettings(
        @Nullable Duration closedCases,
        @Nullable Duration rawMails,
        @Nullable Duration log,
        @Nullable Duration sentMails,
        @DefaultValue("90d") @Nullable Duration notices,
        @DefaultValue("01:00") LocalTime from,
        @DefaultValue("05:00") LocalTime until,
        @DefaultValue("10s") Duration every,
        @DefaultValue("200") int batch) {

    boolean isNight(LocalTime now) {
        boolean begun = !now.isBefore(from);
        boolean over = !now.isBefore(until);
        return from.isBefore(until) ? begun && !over : begun || !over;
    }
}
