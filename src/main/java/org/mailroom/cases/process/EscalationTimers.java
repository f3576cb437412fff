package org.mailroom.cases.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.inbox.CaseNumber;
import org.springframework.stereotype.Component;

/** The running timers that wait for the next escalation. */
@Component
public class EscalationTimers {

    private final ManagementService management;
    private final EngineCalls engine;
    private final Timeline timeline;

    EscalationTimers(ManagementService management, EngineCalls engine, Timeline timeline) {
        this.management = management;
        this.engine = engine;
        this.timeline = timeline;
    }

    /**
     * Asks the diagram's expression again when the case escalates next, and writes the old and the new time on its timeline
     * where they differ.
     *
     * @param actor who changed the rules or the due date; null is Mailroom itself
     */
    public void retime(CaseNumber number, String instance, @Nullable String actor) {
        Job before = timer(instance);
        if (before == null) {
            return;
        }
        engine.as(actor, () -> management.recalculateJobDuedate(before.getId(), false));
        Job after = timer(instance);
        if (after != null && !after.getDuedate().equals(before.getDuedate())) {
            timeline.add(
                    number,
                    CaseEvent.of(Kind.ESCALATION_TIMED, actor)
                            .from(time(before.getDuedate()))
                            .to(time(after.getDuedate())));
        }
    }

    private @Nullable Job timer(String instance) {
        return engine.ask(null, () -> management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(CaseModel.ESCALATION_DUE)
                .timers()
                .singleResult());
    }

    private static @Nullable Instant time(Date date) {
        return date.before(CaseFacts.NEVER) ? date.toInstant() : null;
    }
}
