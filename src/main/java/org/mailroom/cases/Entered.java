package org.mailroom.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseRefusal.Reason;

/** What an agent entered with a verb: refused where it cannot be used. */
final class Entered {

    /** In characters; what goes with a decision is a variable of the process, and longer ones do not fit its tables. */
    private static final int LONGEST_VARIABLE = 4_000;

    private Entered() {}

    static void refuseIfEmpty(String text) {
        if (text.isBlank()) {
            throw new CaseRefusal(Reason.EMPTY_TEXT, "");
        }
    }

    static void refuseIfTooLong(String text) {
        if (text.length() > LONGEST_VARIABLE) {
            throw new CaseRefusal(Reason.TOO_LONG, Integer.toString(LONGEST_VARIABLE));
        }
    }

    static void refuseIfPast(@Nullable Instant date, Instant now) {
        if (date == null || !date.isAfter(now)) {
            throw new CaseRefusal(Reason.PAST_DATE, date == null ? "" : date.toString());
        }
    }
}
