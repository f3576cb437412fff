package org.mailroom.cases.process.tasks;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.mail.CustomerMail;
import org.mailroom.cases.process.CaseFacts;
import org.mailroom.cases.process.CaseModel;
import org.springframework.stereotype.Component;

/** Tells the customer that his mail arrived, and its case number. */
@Component
class SendConfirmation implements JavaDelegate {

    private final CaseRows rows;
    private final CustomerMail mail;

    SendConfirmation(CaseRows rows, CustomerMail mail) {
        this.rows = rows;
        this.mail = mail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var row = rows.get(CaseFacts.numberOf(execution));
        execution.setVariableLocal(CaseModel.OUTGOING_MAIL, mail.confirm(row));
    }
}
