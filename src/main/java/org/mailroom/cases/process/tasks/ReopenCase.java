package org.mailroom.cases.process.tasks;

import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.process.CaseFacts;
import org.mailroom.inbox.Inboxes;
import org.springframework.stereotype.Component;

/** Opens a closed case again, for the same owner, due by the target of its inbox from now on. */
@Component
class ReopenCase implements JavaDelegate {

    private final CaseRows rows;
    private final Inboxes inboxes;
    private final Timeline timeline;
    private final Clock clock;

    ReopenCase(CaseRows rows, Inboxes inboxes, Timeline timeline, Clock clock) {
        this.rows = rows;
        this.inboxes = inboxes;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseRow closed = rows.get(CaseFacts.numberOf(execution));
        var due = clock.instant().plus(inboxes.get(closed.inbox()).target());
        rows.change(closed.number(), row -> row.reopened(due));
        timeline.add(closed.number(), CaseEvent.of(Kind.REOPENED, null));
    }
}
