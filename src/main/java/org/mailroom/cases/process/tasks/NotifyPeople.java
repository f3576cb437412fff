package org.mailroom.cases.process.tasks;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.mail.Notices;
import org.mailroom.cases.process.CaseFacts;
import org.springframework.stereotype.Component;

/** Tells the owner of a new case, or the members of its inbox, that it is there. */
@Component
class NotifyPeople implements JavaDelegate {

    private final CaseRows rows;
    private final Notices notices;

    NotifyPeople(CaseRows rows, Notices notices) {
        this.rows = rows;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var row = rows.get(CaseFacts.numberOf(execution));
        notices.tell(row, notices.ownerOrMembers(row), "opened", "New case");
    }
}
