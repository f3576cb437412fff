package org.mailroom.cases.process.guard;

import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;

/** Keeps jobs that belong to no process, such as the history clean-up, for admins. The engine leaves them to anybody. */
class JobsOfTheHouse implements Rule {

    @Override
    public void check(Question question) {
        if (question.about() instanceof JobEntity job
                && question.isCheck("checkUpdateJob", "checkUpdateRetriesJob")
                && job.getProcessDefinitionKey() == null
                && !question.caller().isAdmin()) {
            throw new CaseRefusal(Reason.ADMINS_ONLY, "");
        }
    }
}
