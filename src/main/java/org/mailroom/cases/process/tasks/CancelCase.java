package org.mailroom.cases.process.tasks;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.CaseView.Outcome;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.process.Actor;
import org.mailroom.cases.process.CaseFacts;
import org.mailroom.cases.process.CaseModel;
import org.mailroom.cases.process.Variables;
import org.mailroom.engine.ReadsVariables;
import org.springframework.stereotype.Component;

/** Closes the case as not needed, whatever it was doing. */
@Component
@ReadsVariables(CaseModel.CANCEL_REASON)
class CancelCase implements JavaDelegate {

    private final CaseRows rows;
    private final Timeline timeline;
    private final Actor actor;
    private final Clock clock;

    CancelCase(CaseRows rows, Timeline timeline, Actor actor, Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = CaseFacts.numberOf(execution);
        rows.change(number, row -> row.closedAs(Outcome.CANCELLED, clock.instant()));
        String reason = Variables.text(execution, CaseModel.CANCEL_REASON);
        timeline.add(number, CaseEvent.of(Kind.CANCELLED, actor.now()).because(reason));
    }
}
