package org.mailroom.cases.process.tasks;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.CaseView.Outcome;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.MergedCases;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.process.Actor;
import org.mailroom.cases.process.CaseFacts;
import org.mailroom.cases.process.CaseModel;
import org.mailroom.cases.process.Variables;
import org.mailroom.engine.ReadsVariables;
import org.mailroom.inbox.CaseNumber;
import org.springframework.stereotype.Component;

/** Closes the case as part of another one, which takes its mail from now on, and says so on both. */
@Component
@ReadsVariables(CaseModel.MERGE_INTO)
class MergeCase implements JavaDelegate {

    private final CaseRows rows;
    private final MergedCases merged;
    private final Timeline timeline;
    private final Actor actor;
    private final Clock clock;

    MergeCase(CaseRows rows, MergedCases merged, Timeline timeline, Actor actor, Clock clock) {
        this.rows = rows;
        this.merged = merged;
        this.timeline = timeline;
        this.actor = actor;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = CaseFacts.numberOf(execution);
        var into = new CaseNumber(Variables.text(execution, CaseModel.MERGE_INTO));
        rows.change(number, row -> row.closedAs(Outcome.MERGED, clock.instant()));
        merged.merge(number, into);
        timeline.add(number, CaseEvent.of(Kind.MERGED_INTO, actor.now()).to(into));
        timeline.add(into, CaseEvent.of(Kind.MERGED_FROM, actor.now()).from(number));
    }
}
