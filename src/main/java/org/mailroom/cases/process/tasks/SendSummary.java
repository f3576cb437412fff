package org.mailroom.cases.process.tasks;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.mail.CustomerMail;
import org.mailroom.cases.process.CaseFacts;
import org.mailroom.cases.process.CaseModel;
import org.springframework.stereotype.Component;

/**
 * Sends the customer the whole correspondence, once for each time the case was closed, unless a machine should not write to
 * him.
 */
@Component
class SendSummary implements JavaDelegate {

    private final CaseRows rows;
    private final CustomerMail mail;
    private final Unobjected unobjected;

    SendSummary(CaseRows rows, CustomerMail mail, Unobjected unobjected) {
        this.rows = rows;
        this.mail = mail;
        this.unobjected = unobjected;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var row = rows.get(CaseFacts.numberOf(execution));
        String cause = "summary:" + row.number() + ":" + row.closed();
        execution.setVariableLocal(
                CaseModel.OUTGOING_MAIL,
                unobjected.send(row, Kind.SUMMARY_SUPPRESSED, () -> mail.summarise(row, cause)));
    }
}
