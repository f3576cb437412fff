package org.mailroom.cases.process.guard;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.ProcessInstanceQuery;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;

/** Keeps models on which cases run: to delete one would delete its cases. */
class ModelsInUse implements Rule {

    @Override
    public void check(Question question) {
        if (question.about() instanceof String id) {
            ProcessInstanceQuery running = running(question.check(), id);
            long cases = running == null ? 0 : Directory.unchecked(running::count);
            if (cases > 0) {
                throw new CaseRefusal(Reason.RUNNING_CASES, Long.toString(cases));
            }
        }
    }

    private static @Nullable ProcessInstanceQuery running(String check, String id) {
        return switch (check) {
            case "checkDeleteDeployment" -> all().deploymentId(id);
            case "checkDeleteProcessDefinitionById" -> all().processDefinitionId(id);
            case "checkDeleteProcessDefinitionByKey" -> all().processDefinitionKey(id);
            default -> null;
        };
    }

    private static ProcessInstanceQuery all() {
        return Context.getProcessEngineConfiguration().getRuntimeService().createProcessInstanceQuery();
    }
}
