package org.mailroom.cases;

import java.util.Set;

/** What can get stuck. Pages have words for each in every language ({@code stuck.FAILED_STEP}). */
public enum StuckKind {
    /** An open case that has no task, timer, waiting message or incident: nobody and nothing will go on with it. */
    CASE_WITHOUT_WORK("caseWithoutWork"),
    /** A running process of the case model that belongs to no case. */
    PROCESS_WITHOUT_CASE("processWithoutCase"),
    /** A job that failed until it had no retries left. */
    FAILED_STEP("failedStep"),
    /** A process that somebody suspended. */
    SUSPENDED_INSTANCE("suspendedInstance"),
    /** A mail that could not be taken in three times. */
    QUARANTINED_MAIL("quarantinedMail"),
    /** A mail that was received more than ten minutes ago and that nobody has taken in yet. */
    MAIL_NOT_TAKEN_IN("mailNotTakenIn");

    /** Those that concern cases and processes; the others are mail. */
    static final Set<StuckKind> OF_CASES =
            Set.of(CASE_WITHOUT_WORK, PROCESS_WITHOUT_CASE, FAILED_STEP, SUSPENDED_INSTANCE);

    private final String metric;

    StuckKind(String metric) {
        this.metric = metric;
    }

    /** Returns the value of the tag {@code kind} in metrics and the key in health. */
    public String metric() {
        return metric;
    }
}
