package org.mailroom.cases.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.mailroom.cases.WrongAnswer;
import org.mailroom.cases.WrongAnswers;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.process.form.FilledForms;
import org.mailroom.cases.process.form.Form;
import org.mailroom.cases.process.form.Forms;
import org.springframework.stereotype.Component;

/** The user tasks of a case that are open now: none, one, or several at once. */
@Component
public class OpenTasks {

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final EngineCalls engine;
    private final Forms forms;
    private final FilledForms filled;
    private final PlainValues values;

    OpenTasks(
            TaskService tasks,
            RuntimeService runtime,
            EngineCalls engine,
            Forms forms,
            FilledForms filled,
            PlainValues values) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.engine = engine;
        this.forms = forms;
        this.filled = filled;
        this.values = values;
    }

    /** Oldest first. */
    public List<OpenTask> of(CaseRow row) {
        return engine.ask(null, () -> tasks
                .createTaskQuery()
                .processInstanceId(row.instance())
                .active()
                .initializeFormKeys()
                .orderByTaskCreateTime()
                .asc()
                .list()
                .stream()
                .map(task -> open(task, row))
                .toList());
    }

    /** The task of whoever works the case; empty while the case is at another task, or waits. */
    public Optional<OpenTask> handling(CaseRow row) {
        return of(row).stream().filter(OpenTask::isHandling).findFirst();
    }

    public Optional<OpenTask> find(CaseRow row, String taskId) {
        return of(row).stream().filter(task -> task.id().equals(taskId)).findFirst();
    }

    /** The form of the task; empty if it has none. */
    public Optional<Form> form(OpenTask task) {
        return forms.find(task.form(), task.definition());
    }

    /** The form of a user task of the model by which the case runs; empty if the model has none such, or the case has ended. */
    public Optional<Form> formOfModel(CaseRow row, String userTask) {
        return Optional.ofNullable(engine.ask(null, () -> runtime.createProcessInstanceQuery()
                        .processInstanceId(row.instance())
                        .singleResult()))
                .flatMap(instance -> forms.ofModel(instance.getProcessDefinitionId(), userTask));
    }

    /** Variables as the task sees them, those of the names that are there. */
    public Map<String, Object> variables(OpenTask task, Collection<String> names) {
        return values.of(engine.ask(null, () -> tasks.getVariables(task.id(), names)));
    }

    /** What is missing if a case is forwarded with no more than our page asks; empty if that is enough. */
    public Optional<WrongAnswers> moreThanForwarding(Form choice) {
        Map<String, ?> ours = Map.of(CaseModel.DECISION, CaseModel.DECISION_FORWARD);
        List<WrongAnswer> more = filled.wrong(choice, ours, Map.of()).stream()
                .filter(wrong -> !CaseModel.FORWARDING.contains(wrong.key()))
                .toList();
        return more.isEmpty() ? Optional.empty() : Optional.of(new WrongAnswers(more));
    }

    /** Whether the form of the handling task asks for nothing but this outcome, and until when to wait. */
    public boolean isEnough(Form form, String outcome) {
        return filled.wrong(form, Map.of(CaseModel.OUTCOME, outcome), Map.of()).stream()
                .allMatch(wrong -> wrong.key().equals(CaseModel.WAIT_UNTIL));
    }

    private OpenTask open(Task task, CaseRow row) {
        List<IdentityLink> links = tasks.getIdentityLinksForTask(task.getId());
        return new OpenTask(
                task.getId(),
                task.getProcessDefinitionId(),
                task.getTaskDefinitionKey(),
                TaskName.inModel(Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()), row.number()),
                task.getAssignee(),
                candidates(links, IdentityLink::getGroupId),
                candidates(links, IdentityLink::getUserId),
                task.getCamundaFormRef());
    }

    private static List<String> candidates(List<IdentityLink> links, Function<IdentityLink, String> who) {
        return links.stream()
                .filter(link -> "candidate".equals(link.getType()))
                .map(who)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }
}
