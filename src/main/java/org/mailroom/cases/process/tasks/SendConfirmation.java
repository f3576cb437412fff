package org.mailroom.cases.process.tasks;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.mail.CustomerMail;
import org.mailroom.cases.process.CaseFacts;
import org.mailroom.cases.process.CaseModel;
import org.springframework.stereotype.Component;

/** Tells the customer that his mail arrived, and its case number, unless a machine should not write to him. */
@Component
class SendConfirmation implements JavaDelegate {

    private final CaseRows rows;
    private final CustomerMail mail;
    private final Unobjected unobjected;

    SendConfirmation(CaseRows rows, CustomerMail mail, Unobjected unobjected) {
        this.rows = rows;
        this.mail = mail;
        this.unobjected = unobjected;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var row = rows.get(CaseFacts.numberOf(execution));
        execution.setVariableLocal(
                CaseModel.OUTGOING_MAIL, unobjected.send(row, Kind.CONFIRMATION_SUPPRESSED, () -> mail.confirm(row)));
    }
}
