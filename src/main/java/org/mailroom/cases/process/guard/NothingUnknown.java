package org.mailroom.cases.process.guard;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.cmd.AbstractSetStateCmd;
import org.camunda.bpm.engine.impl.cmd.AbstractUpdateProcessInstancesSuspendStateCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.ExternalTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.SaveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetAnnotationForIncidentCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskDueDateCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskFollowUpDateCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;

/** Refuses a command from outside that would change a task or an instance in a way that no other rule knows. */
class NothingUnknown implements Rule {

    private static final Set<Class<?>> ON_INSTANCES = Set.of(
            CreateIncidentCmd.class,
            ResolveIncidentCmd.class,
            SetAnnotationForIncidentCmd.class,
            ExternalTaskCmd.class,
            AbstractSetStateCmd.class,
            AbstractUpdateProcessInstancesSuspendStateCmd.class);

    private static final Map<String, Set<Class<?>>> KNOWN = Map.of(
            "checkTaskWork", Set.of(ClaimTaskCmd.class, CompleteTaskCmd.class, SubmitTaskFormCmd.class),
            "checkTaskAssign",
                    Set.of(
                            AssignTaskCmd.class,
                            SaveTaskCmd.class,
                            SetTaskDueDateCmd.class,
                            SetTaskFollowUpDateCmd.class,
                            SetTaskPriorityCmd.class),
            "checkUpdateTaskVariable", Set.of(),
            "checkCreateTask", Set.of(),
            "checkDeleteTask", Set.of(),
            "checkUpdateProcessInstance", ON_INSTANCES,
            "checkUpdateProcessInstanceById", ON_INSTANCES,
            "checkDeleteProcessInstance", Set.of());

    @Override
    public void check(Question question) {
        Set<Class<?>> known = KNOWN.get(question.check());
        if (known != null && question.caller().outside() && !question.isAnyOf(known)) {
            throw new CaseRefusal(
                    question.isCheck("checkCreateTask", "checkDeleteTask") ? Reason.NO_TASKS : Reason.NOT_BY_HAND, "");
        }
    }
}
