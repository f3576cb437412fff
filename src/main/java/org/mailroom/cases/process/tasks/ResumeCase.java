package org.mailroom.cases.process.tasks;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.process.Actor;
import org.mailroom.cases.process.CaseFacts;
import org.mailroom.cases.process.CaseModel;
import org.springframework.stereotype.Component;

/** Starts the clock of a waiting case again: what was left until its due date is left from now on. */
@Component
class ResumeCase implements JavaDelegate {

    private final CaseRows rows;
    private final Timeline timeline;
    private final Actor actor;
    private final Clock clock;

    ResumeCase(CaseRows rows, Timeline timeline, Actor actor, Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = CaseFacts.numberOf(execution);
        rows.change(number, row -> row.resumed(clock.instant()));
        execution.removeVariable(CaseModel.WAIT_UNTIL);
        timeline.add(number, CaseEvent.of(Kind.RESUMED, actor.now()));
    }
}
