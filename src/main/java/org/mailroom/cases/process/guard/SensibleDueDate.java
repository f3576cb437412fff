package org.mailroom.cases.process.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;
import org.springframework.beans.factory.ObjectProvider;

/** Keeps a due date where there is one, and refuses one that nobody can mean. */
class SensibleDueDate implements ChangeRule {

    private static final Duration LONGEST_AGO = Duration.ofDays(365);
    private static final Duration FARTHEST_AHEAD = Duration.ofDays(5 * 366);

    private final ObjectProvider<Clock> clock;

    SensibleDueDate(ObjectProvider<Clock> clock) {
        this.clock = clock;
    }

    @Override
    public void check(Change change) {
        Date due = change.after().due();
        if (Objects.equals(time(due), time(change.before().due()))) {
            return;
        }
        if (due == null) {
            throw new CaseRefusal(Reason.NO_DUE_DATE, "");
        }
        Instant now = clock.getObject().instant();
        if (due.toInstant().isBefore(now.minus(LONGEST_AGO)) || due.toInstant().isAfter(now.plus(FARTHEST_AHEAD))) {
            throw new CaseRefusal(Reason.ABSURD_DATE, "");
        }
    }

    /** One of the two dates may come from the database, as another kind of date. */
    private static @Nullable Long time(@Nullable Date date) {
        return date == null ? null : date.getTime();
    }
}
