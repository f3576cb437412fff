package org.mailroom.cases.process.tasks;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailroom.cases.process.CaseStatus;
import org.springframework.stereotype.Component;

/** Takes the status from the case: what was to be read of it is done. */
@Component
class ClearStatus implements JavaDelegate {

    private final CaseStatus status;

    ClearStatus(CaseStatus status) {
        this.status = status;
    }

    @Override
    public void execute(DelegateExecution execution) {
        status.change(execution, null);
    }
}
