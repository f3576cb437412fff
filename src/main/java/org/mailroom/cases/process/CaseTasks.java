package org.mailroom.cases.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.Agent;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.Forwarding;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.process.form.FilledForms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The user tasks of a case, as an agent's verbs. Complete, wait and forward are answers to the task at which an agent handles
 * the case, and to no other: each must be an outcome that its form offers, and the form must ask for nothing else. A case
 * whose agent was about to choose another inbox is taken back from there first.
 */
@Component
public class CaseTasks {

    private static final Logger LOG = LoggerFactory.getLogger(CaseTasks.class);

    private final TaskService tasks;
    private final OpenTasks open;
    private final FilledForms filled;
    private final PlainValues values;
    private final RunningProcess process;
    private final EngineCalls engine;

    CaseTasks(
            TaskService tasks,
            OpenTasks open,
            FilledForms filled,
            PlainValues values,
            RunningProcess process,
            EngineCalls engine) {
        this.tasks = tasks;
        this.open = open;
        this.filled = filled;
        this.values = values;
        this.process = process;
        this.engine = engine;
    }

    /** Claims the task at which the case is handled, and with it the case. */
    public void claim(CaseRow row, Agent agent) {
        claim(row, handling(row), agent);
    }

    /** @throws CaseRefusal if the task waits for others, or somebody else has it */
    public void claim(CaseRow row, OpenTask task, Agent agent) {
        if (!task.isFor(agent)) {
            throw new CaseRefusal(Reason.NOT_YOUR_TASK, shownName(task, row));
        }
        try {
            engine.as(agent.id(), () -> tasks.claim(task.id(), agent.id()));
        } catch (TaskAlreadyClaimedException taken) {
            throw new CaseRefusal(Reason.OWNED_BY_OTHER, ownerOf(task));
        }
    }

    /** Gives the task at which the case is handled, and with it the case, to a person, whoever had it before. */
    public void assign(CaseRow row, Agent agent, String person) {
        engine.as(agent.id(), () -> tasks.setAssignee(handling(row).id(), person));
    }

    /** Gives back the task at which the case is handled, and with it the case. */
    public void release(CaseRow row, Agent agent) {
        release(handling(row), agent);
    }

    public void release(OpenTask task, Agent agent) {
        engine.as(agent.id(), () -> tasks.setAssignee(task.id(), null));
    }

    public void complete(CaseRow row, Agent agent) {
        decide(row, agent, CaseModel.OUTCOME_COMPLETE, Map.of(), Map.of());
    }

    /** @param until null waits for the customer's reply alone */
    public void waitUntil(CaseRow row, Agent agent, @Nullable Instant until) {
        Map<String, @Nullable Object> date = new HashMap<>();
        date.put(CaseModel.WAIT_UNTIL, until == null ? null : Date.from(until));
        Map<String, Object> answer = until == null ? Map.of() : Map.of(CaseModel.WAIT_UNTIL, until.toString());
        decide(row, agent, CaseModel.OUTCOME_WAIT, answer, date);
    }

    public void forward(CaseRow row, Agent agent, Forwarding forwarding) {
        decide(row, agent, CaseModel.OUTCOME_FORWARD, Map.of(), Map.of());
        OpenTask choose = open.handling(row)
                .filter(task -> task.key().equals(CaseModel.FORWARD))
                .orElseThrow(() -> new CaseRefusal(Reason.NO_PATH, CaseModel.OUTCOME_FORWARD));
        open.form(choose).flatMap(open::moreThanForwarding).ifPresent(more -> {
            throw more;
        });
        Map<String, @Nullable Object> choice = new HashMap<>();
        choice.put(CaseModel.DECISION, CaseModel.DECISION_FORWARD);
        choice.put(CaseModel.FORWARD_TO, forwarding.to().value());
        choice.put(CaseModel.DUE_TYPE, forwarding.dueType().name());
        choice.put(CaseModel.FORWARD_DUE, forwarding.due() == null ? null : Date.from(forwarding.due()));
        choice.put(CaseModel.FORWARD_MESSAGE, forwarding.message());
        finish(choose, agent, choice);
    }

    /**
     * Completes a task with the answers to its form.
     *
     * @throws org.mailroom.cases.WrongAnswers if they are not what the form asks for
     */
    public void answer(OpenTask task, Agent agent, Map<String, ?> given) {
        Map<String, @Nullable Object> answers = open.form(task)
                .map(form -> filled.check(form, given, open.variables(task, form.names())))
                .orElseGet(Map::of);
        finish(task, agent, values.toVariables(answers));
    }

    private void decide(
            CaseRow row,
            Agent agent,
            String outcome,
            Map<String, ?> answers,
            Map<String, ? extends @Nullable Object> more) {
        OpenTask handle = backAtHandle(row, agent);
        Map<String, Object> answer = new HashMap<>(answers);
        answer.put(CaseModel.OUTCOME, outcome);
        refuseIfUnfit(handle, outcome, answer);
        Map<String, @Nullable Object> decision = new HashMap<>(more);
        decision.put(CaseModel.OUTCOME, outcome);
        finish(handle, agent, decision);
    }

    /** A form may offer other outcomes than ours, or ask for more than an outcome. */
    private void refuseIfUnfit(OpenTask handle, String outcome, Map<String, ?> answer) {
        open.form(handle).ifPresent(form -> {
            if (!form.choices(CaseModel.OUTCOME).containsKey(outcome)) {
                throw new CaseRefusal(Reason.NOT_OFFERED, outcome);
            }
            answer.keySet().retainAll(form.keys());
            filled.check(form, answer, open.variables(handle, form.names()));
        });
    }

    private OpenTask backAtHandle(CaseRow row, Agent agent) {
        OpenTask task = handling(row);
        if (!task.key().equals(CaseModel.FORWARD)) {
            return task;
        }
        finish(task, agent, Map.of(CaseModel.DECISION, CaseModel.DECISION_BACK));
        return handling(row);
    }

    /** An expression or a gateway of the model that fails on these answers is no failure of Mailroom, but of the model. */
    private void finish(OpenTask task, Agent agent, Map<String, ? extends @Nullable Object> variables) {
        try {
            engine.as(agent.id(), () -> tasks.complete(task.id(), new HashMap<>(variables)));
        } catch (ProcessEnginePersistenceException database) {
            throw database;
        } catch (ProcessEngineException model) {
            LOG.warn(
                    "The model {} cannot go on after its task {}: {}",
                    task.definition(),
                    task.key(),
                    model.getClass().getSimpleName());
            CaseRefusal refusal = new CaseRefusal(Reason.MODEL_FAILED, task.isHandling() ? "" : task.name());
            refusal.initCause(model);
            throw refusal;
        }
    }

    private OpenTask handling(CaseRow row) {
        List<OpenTask> now = open.of(row);
        return now.stream().filter(OpenTask::isHandling).findFirst().orElseThrow(() -> elsewhere(row, now));
    }

    private CaseRefusal elsewhere(CaseRow row, List<OpenTask> now) {
        return now.isEmpty()
                ? process.whyThereIsNoTask(row.instance())
                : new CaseRefusal(
                        Reason.AT_OTHER_TASK,
                        now.stream().map(OpenTask::name).distinct().collect(Collectors.joining(", ")));
    }

    private static String shownName(OpenTask task, CaseRow row) {
        return task.isHandling() ? row.number().value() : task.name();
    }

    private String ownerOf(OpenTask task) {
        Task now =
                engine.ask(null, () -> tasks.createTaskQuery().taskId(task.id()).singleResult());
        return now == null ? "" : Objects.requireNonNullElse(now.getAssignee(), "");
    }
}
