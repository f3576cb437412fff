package org.mailroom.cases.process.guard;

import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.process.CaseModel;

/** Refuses to start the process of a case from outside: it would have no number, no customer and no mail. */
class CasesBeginWithMail implements Rule {

    @Override
    public void check(Question question) {
        if (question.caller().outside()
                && question.isCheck("checkCreateProcessInstance")
                && question.about() instanceof ProcessDefinition model
                && model.getKey().equals(CaseModel.KEY)) {
            throw new CaseRefusal(Reason.NO_CASES, "");
        }
    }
}
