package org.mailroom.cases.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.process.form.FilledForms;
import org.mailroom.cases.process.form.Form;
import org.mailroom.cases.process.form.Forms;
import org.mailroom.inbox.CaseNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes on the timeline who took a task beside the handling of the case, and what was answered to every form, whoever
 * did it and wherever: on the page, in Tasklist or over REST. What the shipped forms ask has lines of its own and is not
 * repeated.
 */
@Component
class TaskLines {

    private static final Set<String> OUTCOMES_TOLD_OTHERWISE =
            Set.of(CaseModel.OUTCOME_COMPLETE, CaseModel.OUTCOME_WAIT, CaseModel.OUTCOME_FORWARD);

    private final Forms forms;
    private final FilledForms filled;
    private final PlainValues values;
    private final Timeline timeline;
    private final Actor actor;

    TaskLines(Forms forms, FilledForms filled, PlainValues values, Timeline timeline, Actor actor) {
        this.forms = forms;
        this.filled = filled;
        this.values = values;
        this.timeline = timeline;
        this.actor = actor;
    }

    @EventListener
    void on(DelegateTask task) {
        if (!task.getProcessDefinitionId().startsWith(CaseModel.KEY + ":")) {
            return;
        }
        boolean handling = OpenTask.isHandling(task.getTaskDefinitionKey());
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_ASSIGNMENT -> {
                if (!handling) {
                    assigned(task);
                }
            }
            case TaskListener.EVENTNAME_COMPLETE -> done(task, handling);
            default -> {}
        }
    }

    private void assigned(DelegateTask task) {
        String who = actor.now();
        String now = task.getAssignee();
        CaseEvent line = now == null
                ? CaseEvent.of(Kind.TASK_RELEASED, who)
                : CaseEvent.of(now.equals(who) ? Kind.TASK_CLAIMED : Kind.TASK_ASSIGNED, who)
                        .to(now);
        timeline.add(numberOf(task), line.from(name(task)));
    }

    private void done(DelegateTask task, boolean handling) {
        String answers = answers(task, handling);
        if (!handling || answers != null) {
            timeline.add(
                    numberOf(task),
                    CaseEvent.of(Kind.TASK_DONE, actor.now())
                            .to(handling ? null : name(task))
                            .because(answers));
        }
    }

    /** Null if nothing was answered that is not told otherwise. */
    private @Nullable String answers(DelegateTask task, boolean handling) {
        String words = forms.find(reference(task), task.getProcessDefinitionId())
                .map(form -> filled.words(form, answered(task, form, handling)))
                .orElse("");
        return words.isEmpty() ? null : words;
    }

    /** The engine reads the reference of a task only when it is told to. */
    private static @Nullable CamundaFormRef reference(DelegateTask task) {
        TaskEntity entity = (TaskEntity) task;
        entity.initializeFormKey();
        return entity.getCamundaFormRef();
    }

    private Map<String, Object> answered(DelegateTask task, Form form, boolean handling) {
        Map<String, Object> variables = new HashMap<>();
        form.names().stream().filter(task::hasVariable).forEach(name -> variables.put(name, task.getVariable(name)));
        Map<String, Object> answered = values.of(variables);
        if (handling) {
            answered.remove(CaseModel.WAIT_UNTIL);
            answered.keySet().removeAll(CaseModel.FORWARDING);
            answered.entrySet()
                    .removeIf(answer -> answer.getKey().equals(CaseModel.OUTCOME)
                            && OUTCOMES_TOLD_OTHERWISE.contains(
                                    answer.getValue().toString()));
        }
        return answered;
    }

    private static String name(DelegateTask task) {
        String name = Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey());
        return TaskName.inModel(name, numberOf(task));
    }

    private static CaseNumber numberOf(DelegateTask task) {
        return CaseFacts.numberOf(task.getExecution());
    }
}
