package org.mailroom.cases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.mailroom.cases.CaseView.State;
import org.mailroom.cases.CaseWork.Outcome;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.process.CaseModel;
import org.mailroom.cases.process.OpenTask;
import org.mailroom.cases.process.OpenTasks;
import org.mailroom.cases.process.form.Form;
import org.mailroom.inbox.CaseNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells what there is to do in a case: its open tasks with their forms, and the outcomes that can be chosen. */
@Component
public class WorkOfCase {

    private final CaseRows rows;
    private final Sight sight;
    private final OpenTasks open;
    private final ObjectMapper json;

    WorkOfCase(CaseRows rows, Sight sight, OpenTasks open, ObjectMapper json) {
        this.rows = rows;
        this.sight = sight;
        this.open = open;
        this.json = json;
    }

    /** @throws NoSuchCase if the agent may not see the case */
    @Transactional(readOnly = true)
    public CaseWork of(CaseNumber number, Agent agent) {
        sight.check(number, agent);
        CaseRow row = rows.get(number);
        if (row.state() == State.CLOSED || !row.hasProcess()) {
            return new CaseWork(List.of(), List.of());
        }
        List<OpenTask> tasks = open.of(row);
        List<Outcome> outcomes = outcomes(row, tasks);
        return new CaseWork(
                tasks.stream().map(task -> shown(task, outcomes, agent)).toList(),
                isFor(tasks, agent) ? outcomes : List.of());
    }

    private CaseTask shown(OpenTask task, List<Outcome> outcomes, Agent agent) {
        return new CaseTask(
                task.id(),
                task.name(),
                task.isHandling(),
                task.assignee(),
                task.groups(),
                task.users(),
                task.isFor(agent),
                !task.isHandling() || asksForMore(task, outcomes),
                open.form(task).map(form -> sheet(task, form)).orElse(null));
    }

    /** A decision made earlier is not proposed again. */
    private CaseTask.Sheet sheet(OpenTask task, Form form) {
        Map<String, Object> known = open.variables(task, form.names());
        if (task.isHandling()) {
            known.keySet().removeAll(List.of(CaseModel.OUTCOME, CaseModel.WAIT_UNTIL, CaseModel.DECISION));
        }
        try {
            return new CaseTask.Sheet(form.schema(), json.writeValueAsString(known), form.plain());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Plain values can always be written as JSON", impossible);
        }
    }

    /** An outcome that is not ours is offered as a button too, but only where the case is at the task that asks for it. */
    private static boolean asksForMore(OpenTask task, List<Outcome> outcomes) {
        String outcome = task.key().equals(CaseModel.FORWARD) ? CaseModel.OUTCOME_FORWARD : "";
        return outcomes.isEmpty()
                || outcomes.stream()
                        .filter(offered -> outcome.isEmpty() || offered.value().equals(outcome))
                        .anyMatch(offered -> !offered.alone());
    }

    private static boolean isFor(List<OpenTask> tasks, Agent agent) {
        return tasks.stream().filter(OpenTask::isHandling).allMatch(task -> task.isFor(agent));
    }

    /** A case that waits has no task; it is taken up first, so the model says what its form will offer. */
    private List<Outcome> outcomes(CaseRow row, List<OpenTask> tasks) {
        if (row.state() != State.WAITING && tasks.stream().noneMatch(OpenTask::isHandling)) {
            return List.of();
        }
        return open.formOfModel(row, CaseModel.HANDLE)
                .map(form -> offered(row, form))
                .orElseGet(WorkOfCase::ours);
    }

    private List<Outcome> offered(CaseRow row, Form form) {
        return form.choices(CaseModel.OUTCOME).entrySet().stream()
                .map(choice -> new Outcome(choice.getKey(), choice.getValue(), isAlone(row, form, choice.getKey())))
                .toList();
    }

    private boolean isAlone(CaseRow row, Form form, String outcome) {
        return open.isEnough(form, outcome)
                && (!outcome.equals(CaseModel.OUTCOME_FORWARD)
                        || open.formOfModel(row, CaseModel.FORWARD)
                                .flatMap(open::moreThanForwarding)
                                .isEmpty());
    }

    /** A model whose task has no form of ours takes whatever code decides. */
    private static List<Outcome> ours() {
        return Stream.of(CaseModel.OUTCOME_COMPLETE, CaseModel.OUTCOME_WAIT, CaseModel.OUTCOME_FORWARD)
                .map(value -> new Outcome(value, value, true))
                .toList();
    }
}
