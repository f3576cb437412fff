package org.mailroom.cases;

import java.util.List;
import java.util.Optional;

/**
 * What there is to do in a case now.
 *
 * @param tasks all that are open, oldest first
 * @param outcomes what the form offers at which the case is handled; empty if the case is at other tasks alone
 */
public record CaseWork(List<CaseTask> tasks, List<Outcome> outcomes) {

    public CaseWork {
        tasks = List.copyOf(tasks);
        outcomes = List.copyOf(outcomes);
    }

    /**
     * A way in which the case can go on.
     *
     * @param value such as complete, wait or forward, or one of the analysts' own
     * @param label as the form has it
     * @param alone whether the form asks for nothing else with it
     */
    public record Outcome(String value, String label, boolean alone) {}

    /** The task at which the case is handled. */
    public Optional<CaseTask> handling() {
        return tasks.stream().filter(CaseTask::handling).findFirst();
    }
}
