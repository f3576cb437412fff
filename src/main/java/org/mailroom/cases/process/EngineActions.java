package org.mailroom.cases.process;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.engine.PersonActed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes on the timeline of a case what somebody did to its process in Cockpit or over the engine's REST interface. What is done to
 * a task is told by {@link CaseFollowsTask}. Of a variable neither its name nor its value is told.
 */
@Component
class EngineActions {

    private final CaseRows rows;
    private final FailedSteps steps;
    private final Timeline timeline;

    EngineActions(CaseRows rows, FailedSteps steps, Timeline timeline) {
        this.rows = rows;
        this.steps = steps;
        this.timeline = timeline;
    }

    @EventListener
    void on(PersonActed acted) {
        CaseEvent event = event(acted);
        if (event != null) {
            rows.numberOf(acted.instance()).ifPresent(number -> timeline.add(number, event));
        }
    }

    /** Null if it is told elsewhere, or changes nothing in the case. */
    private @Nullable CaseEvent event(PersonActed acted) {
        return switch (acted.entity()) {
            case "Job" -> ofJob(acted);
            case "ProcessInstance" -> ofProcess(acted);
            case "Variable" ->
                action(acted, acted.operation().startsWith("Remove") ? "REMOVE_VARIABLE" : "SET_VARIABLE");
            case "Incident" -> acted.operation().equals("Resolve") ? action(acted, "RESOLVE_INCIDENT") : null;
            default -> null;
        };
    }

    private @Nullable CaseEvent ofJob(PersonActed acted) {
        return switch (acted.operation()) {
            case "SetDueDate", "RecalculateDueDate" ->
                CaseEvent.of(Kind.TIMER_MOVED, acted.person())
                        .from(time(acted.before()))
                        .to(time(acted.after()))
                        .because(step(acted));
            case "SetJobRetries" -> ofStep(acted, "RETRY");
            case "Execute" -> ofStep(acted, "RUN");
            case "SuspendJob" -> ofStep(acted, "SUSPEND_STEP");
            case "ActivateJob" -> ofStep(acted, "ACTIVATE_STEP");
            case "Delete" -> ofStep(acted, "DELETE_STEP");
            default -> null;
        };
    }

    private @Nullable CaseEvent ofProcess(PersonActed acted) {
        return switch (acted.operation()) {
            case "Suspend" -> action(acted, "SUSPEND");
            case "Activate" -> action(acted, "ACTIVATE");
            case "Migrate" -> action(acted, "MIGRATE");
            case "CorrelateMessage" -> action(acted, "CORRELATE");
            default -> null;
        };
    }

    private static CaseEvent action(PersonActed acted, String action) {
        return CaseEvent.of(Kind.ENGINE_ACTION, acted.person()).to(action);
    }

    private CaseEvent ofStep(PersonActed acted, String action) {
        return action(acted, action).from(step(acted));
    }

    private @Nullable String step(PersonActed acted) {
        return acted.job() == null ? null : steps.failure(acted.job()).step();
    }

    /** The engine writes times as milliseconds since 1970. A time that never comes is none. */
    private static @Nullable Instant time(@Nullable String millis) {
        if (millis == null || !millis.matches("-?\\d{1,18}")) {
            return null;
        }
        Instant time = Instant.ofEpochMilli(Long.parseLong(millis));
        return time.isBefore(CaseFacts.NEVER.toInstant()) ? time : null;
    }
}
