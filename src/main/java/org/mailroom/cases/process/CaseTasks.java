package org.mailroom.cases.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.Forwarding;
import org.springframework.stereotype.Component;

/**
 * The user task of a case, as an agent's verbs. Each works on the task in which the case is now; a case whose agent was
 * about to choose another inbox is taken back from there first.
 */
@Component
public class CaseTasks {

    private final TaskService tasks;
    private final EngineCalls engine;

    CaseTasks(TaskService tasks, EngineCalls engine) {
        this.tasks = tasks;
        this.engine = engine;
    }

    public void claim(String instance, String agent) {
        Task task = current(instance);
        try {
            engine.as(agent, () -> tasks.claim(task.getId(), agent));
        } catch (TaskAlreadyClaimedException taken) {
            throw new CaseRefusal(Reason.OWNED_BY_OTHER, ownerOf(task));
        }
    }

    /** Gives the task to a person, whoever had it before. */
    public void assign(String instance, String agent, String person) {
        String task = current(instance).getId();
        engine.as(agent, () -> tasks.setAssignee(task, person));
    }

    public void release(String instance, String agent) {
        String task = current(instance).getId();
        engine.as(agent, () -> tasks.setAssignee(task, null));
    }

    public void complete(String instance, String agent) {
        decide(instance, agent, CaseModel.OUTCOME_COMPLETE, Map.of());
    }

    public void waitUntil(String instance, String agent, @Nullable Instant until) {
        Map<String, Object> date = new HashMap<>();
        date.put(CaseModel.WAIT_UNTIL, until == null ? null : Date.from(until));
        decide(instance, agent, CaseModel.OUTCOME_WAIT, date);
    }

    public void forward(String instance, String agent, Forwarding forwarding) {
        decide(instance, agent, CaseModel.OUTCOME_FORWARD, Map.of());
        String choose = current(instance).getId();
        Map<String, Object> choice = new HashMap<>();
        choice.put(CaseModel.DECISION, CaseModel.DECISION_FORWARD);
        choice.put(CaseModel.FORWARD_TO, forwarding.to().value());
        choice.put(CaseModel.DUE_TYPE, forwarding.dueType().name());
        choice.put(CaseModel.FORWARD_DUE, forwarding.due() == null ? null : Date.from(forwarding.due()));
        choice.put(CaseModel.FORWARD_MESSAGE, forwarding.message());
        engine.as(agent, () -> tasks.complete(choose, choice));
    }

    private void decide(String instance, String agent, String outcome, Map<String, Object> more) {
        String handle = backAtHandle(instance, agent).getId();
        Map<String, Object> decision = new HashMap<>(more);
        decision.put(CaseModel.OUTCOME, outcome);
        engine.as(agent, () -> tasks.complete(handle, decision));
    }

    private Task backAtHandle(String instance, String agent) {
        Task task = current(instance);
        if (!task.getTaskDefinitionKey().equals(CaseModel.FORWARD)) {
            return task;
        }
        engine.as(agent, () -> tasks.complete(task.getId(), Map.of(CaseModel.DECISION, CaseModel.DECISION_BACK)));
        return current(instance);
    }

    private Task current(String instance) {
        Task task = engine.ask(null, () -> tasks.createTaskQuery()
                .processInstanceId(instance)
                .active()
                .singleResult());
        if (task == null) {
            throw new CaseRefusal(Reason.BUSY, "");
        }
        return task;
    }

    private String ownerOf(Task task) {
        Task now = engine.ask(
                null, () -> tasks.createTaskQuery().taskId(task.getId()).singleResult());
        return now == null || now.getAssignee() == null ? "" : now.getAssignee();
    }
}
