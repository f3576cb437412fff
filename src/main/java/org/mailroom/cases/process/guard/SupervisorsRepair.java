package org.mailroom.cases.process.guard;

import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;

/** Lets supervisors and admins alone set a variable of a running case, or migrate it, in Cockpit. */
class SupervisorsRepair implements Rule {

    @Override
    public void check(Question question) {
        if (question.caller().supervises()) {
            return;
        }
        if (question.isCheck("checkUpdateProcessInstanceVariables")) {
            throw new CaseRefusal(Reason.NO_VARIABLES, "");
        }
        if (question.isCheck("checkMigrateProcessInstance")) {
            throw new CaseRefusal(Reason.SUPERVISORS_ONLY, "");
        }
    }
}
