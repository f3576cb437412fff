package org.mailroom.cases.process.guard;

import org.camunda.bpm.engine.impl.cmd.AbstractSetJobStateCmd;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;

/** Keeps jobs that belong to no process, such as the history clean-up, for admins. The engine leaves them to anybody. */
class JobsOfTheHouse implements Rule {

    @Override
    public void check(Question question) {
        if (isAboutOne(question) && !question.caller().isAdmin()) {
            throw new CaseRefusal(Reason.ADMINS_ONLY, "");
        }
    }

    /** The engine asks nobody about suspending such a job. */
    private static boolean isAboutOne(Question question) {
        return question.about() instanceof JobEntity job && question.isCheck("checkUpdateJob", "checkUpdateRetriesJob")
                ? job.getProcessDefinitionKey() == null
                : question.isCheck(Question.UNASKED) && question.isCommand(AbstractSetJobStateCmd.class);
    }
}
