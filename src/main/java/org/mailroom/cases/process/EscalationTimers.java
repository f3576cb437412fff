package org.mailroom.cases.process;

import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.CaseRefusal;
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
     * @return whether they differ; also false where the case has no escalation to wait for
     * @throws CaseRefusal where the case escalates at this very moment
     */
    public boolean retime(CaseNumber number, String instance, @Nullable String actor) {
        Job timer = timer(instance);
        if (timer == null) {
            return false;
        }
        Date before = timer.getDuedate();
        engine.as(actor, () -> management.recalculateJobDuedate(timer.getId(), false));
        Date after = Objects.requireNonNull(timer(instance)).getDuedate();
        boolean differs = !after.equals(before);
        if (differs) {
            timeline.add(
                    number,
                    CaseEvent.of(Kind.ESCALATION_TIMED, actor)
                            .from(time(before))
                            .to(time(after)));
        }
        return differs;
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
