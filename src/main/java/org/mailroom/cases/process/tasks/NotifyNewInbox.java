package org.mailroom.cases.process.tasks;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the members of an inbox that a case was forwarded to it. */
@Component
class NotifyNewInbox implements JavaDelegate {

    private final StepNotice notice;

    NotifyNewInbox(StepNotice notice) {
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notice.tell(execution, "Forwarded to this inbox");
    }
}
