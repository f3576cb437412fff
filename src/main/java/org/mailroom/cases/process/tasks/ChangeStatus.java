package org.mailroom.cases.process.tasks;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailroom.cases.process.CaseStatus;
import org.mailroom.inbox.ReplyStatus;
import org.springframework.stereotype.Component;

/** Gives the case the status that a reply of the customer gives, as it is set for all inboxes. */
@Component
class ChangeStatus implements JavaDelegate {

    private final CaseStatus status;
    private final ReplyStatus replyStatus;

    ChangeStatus(CaseStatus status, ReplyStatus replyStatus) {
        this.status = status;
        this.replyStatus = replyStatus;
    }

    @Override
    public void execute(DelegateExecution execution) {
        status.change(execution, replyStatus.now());
    }
}
