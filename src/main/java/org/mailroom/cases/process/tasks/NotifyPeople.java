package org.mailroom.cases.process.tasks;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailroom.cases.process.CaseModel;
import org.mailroom.cases.process.Variables;
import org.mailroom.engine.ReadsVariables;
import org.springframework.stereotype.Component;

/** Tells the owner of a case, or the members of its inbox, that it is there, or what the model says instead. */
@Component
@ReadsVariables(CaseModel.NOTICE)
class NotifyPeople implements JavaDelegate {

    private final StepNotice notice;

    NotifyPeople(StepNotice notice) {
        this.notice = notice;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String said = Variables.text(execution, CaseModel.NOTICE);
        notice.tell(execution, said.isEmpty() ? "New case" : said);
    }
}
