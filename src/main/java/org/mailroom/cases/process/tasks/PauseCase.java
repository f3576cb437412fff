package org.mailroom.cases.process.tasks;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.process.Actor;
import org.mailroom.cases.process.CaseFacts;
import org.mailroom.cases.process.CaseModel;
import org.mailroom.cases.process.CaseStatus;
import org.mailroom.cases.process.Variables;
import org.mailroom.engine.ReadsVariables;
import org.springframework.stereotype.Component;

/** Stops the clock of a case that waits: what is left until its due date is kept, and its status ends. */
@Component
@ReadsVariables(CaseModel.WAIT_UNTIL)
class PauseCase implements JavaDelegate {

    private final CaseRows rows;
    private final CaseStatus status;
    private final Timeline timeline;
    private final Actor actor;
    private final Clock clock;

    PauseCase(CaseRows rows, CaseStatus status, Timeline timeline, Actor actor, Clock clock) {
        this.rows = rows;
        this.status = status;
        this.timeline = timeline;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = CaseFacts.numberOf(execution);
        Instant until = Variables.instant(execution, CaseModel.WAIT_UNTIL);
        if (until != null && !until.isAfter(clock.instant())) {
            throw new CaseRefusal(Reason.PAST_DATE, until.toString());
        }
        rows.change(number, row -> row.paused(clock.instant()));
        status.change(execution, null);
        timeline.add(number, CaseEvent.of(Kind.WAITING, actor.now()).to(until));
    }
}
