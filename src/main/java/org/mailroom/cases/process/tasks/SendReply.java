package org.mailroom.cases.process.tasks;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.mail.CustomerMail;
import org.mailroom.cases.process.CaseFacts;
import org.mailroom.cases.process.CaseModel;
import org.mailroom.engine.ReadsVariables;
import org.springframework.stereotype.Component;

/** Sends what an agent wrote; the variable names the message. */
@Component
@ReadsVariables(CaseModel.REPLY)
class SendReply implements JavaDelegate {

    private final CaseRows rows;
    private final CustomerMail mail;

    SendReply(CaseRows rows, CustomerMail mail) {
        this.rows = rows;
        this.mail = mail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var row = rows.get(CaseFacts.numberOf(execution));
        execution.setVariableLocal(
                CaseModel.OUTGOING_MAIL, mail.reply(row, (Long) execution.getVariable(CaseModel.REPLY)));
    }
}
