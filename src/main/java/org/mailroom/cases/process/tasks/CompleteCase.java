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
import org.springframework.stereotype.Component;

/** Closes the case as completed. Until the reopen window is over a reply still brings it back. */
@Component
class CompleteCase implements JavaDelegate {

    private final CaseRows rows;
    private final Timeline timeline;
    private final Actor actor;
    private final Clock clock;

    CompleteCase(CaseRows rows, Timeline timeline, Actor actor, Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = CaseFacts.numberOf(execution);
        rows.change(number, row -> row.closedAs(Outcome.COMPLETED, clock.instant()));
        timeline.add(number, CaseEvent.of(Kind.COMPLETED, actor.now()));
    }
}
