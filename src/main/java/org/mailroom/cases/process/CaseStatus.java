package org.mailroom.cases.process;

import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.inbox.CaseNumber;
import org.springframework.stereotype.Component;

/** What is to be read of a case besides its state: on its row for pages, as a variable for the lists of Tasklist. */
@Component
public class CaseStatus {

    private final CaseRows rows;
    private final Timeline timeline;
    private final Actor actor;

    CaseStatus(CaseRows rows, Timeline timeline, Actor actor) {
        this.rows = rows;
        this.timeline = timeline;
        this.actor = actor;
    }

    /** @param status null for none; nothing happens where it is the same as before */
    public void change(DelegateExecution execution, @Nullable String status) {
        CaseNumber number = CaseFacts.numberOf(execution);
        String before = rows.changeStatus(number, status);
        if (Objects.equals(before, status)) {
            return;
        }
        if (status == null) {
            execution.removeVariable(CaseModel.STATUS);
        } else {
            execution.setVariable(CaseModel.STATUS, status);
        }
        timeline.add(
                number,
                CaseEvent.of(Kind.STATUS_CHANGED, actor.now()).from(before).to(status));
    }
}
