package org.mailroom.insight;

import java.util.List;
import org.mailroom.cases.Finding;
import org.mailroom.cases.StuckKind;

/** What a supervisor can do about something that is stuck; pages have a word for each in every language ({@code stuck.do.RETRY}). */
enum Repair {
    RETRY,
    ACTIVATE,
    PUT_BACK,
    TAKE_IN,
    CLOSE;

    /** Returns what a page offers for it, the most likely first. */
    static List<Repair> of(Finding finding) {
        return switch (finding.kind()) {
            case CASE_WITHOUT_WORK -> List.of(PUT_BACK, CLOSE);
            case PROCESS_WITHOUT_CASE -> List.of(CLOSE);
            case FAILED_STEP -> finding.number() == null ? List.of(RETRY) : List.of(RETRY, PUT_BACK, CLOSE);
            case SUSPENDED_INSTANCE -> List.of(ACTIVATE, CLOSE);
            case QUARANTINED_MAIL, MAIL_NOT_TAKEN_IN -> List.of(TAKE_IN);
        };
    }

    /** Returns what can be done to all of a kind at once. Closing is none of it: each case is closed for a reason of its own. */
    static List<Repair> ofAll(StuckKind kind) {
        return switch (kind) {
            case CASE_WITHOUT_WORK -> List.of(PUT_BACK);
            case PROCESS_WITHOUT_CASE -> List.of();
            case FAILED_STEP -> List.of(RETRY);
            case SUSPENDED_INSTANCE -> List.of(ACTIVATE);
            case QUARANTINED_MAIL, MAIL_NOT_TAKEN_IN -> List.of(TAKE_IN);
        };
    }
}
