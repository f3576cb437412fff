package org.mailroom.cases.process.tasks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.mail.Notices;
import org.mailroom.cases.process.CaseFacts;
import org.mailroom.cases.process.CaseModel;
import org.mailroom.cases.process.Escalation;
import org.mailroom.cases.process.Escalation.Step;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.EscalationRule;
import org.springframework.stereotype.Component;

/** Carries out the escalation levels whose time has come, as the rules of the inbox say. */
@Component
class Escalate implements JavaDelegate {

    private static final int RAISE = 25;
    private static final int HIGHEST_PRIORITY = 100;

    private final CaseRows rows;
    private final Escalation escalation;
    private final TaskService tasks;
    private final Notices notices;
    private final People people;
    private final Timeline timeline;

    Escalate(
            CaseRows rows,
            Escalation escalation,
            TaskService tasks,
            Notices notices,
            People people,
            Timeline timeline) {
        this.rows = rows;
        this.escalation = escalation;
        this.tasks = tasks;
        this.notices = notices;
        this.people = people;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseRow row = rows.get(CaseFacts.numberOf(execution));
        for (Step step : escalation.due(row)) {
            timeline.add(
                    row.number(),
                    CaseEvent.of(Kind.ESCALATED, null)
                            .to(step.rule().level())
                            .because(step.rule().action().name()));
            carryOut(step, execution, row);
            rows.change(row.number(), held -> held.escalated(step.at()));
        }
    }

    private void carryOut(Step step, DelegateExecution execution, CaseRow row) {
        switch (step.rule().action()) {
            case RAISE_PRIORITY -> handling(execution).ifPresent(this::raise);
            case REASSIGN ->
                handling(execution)
                        .ifPresent(task ->
                                tasks.setAssignee(task.getId(), step.rule().target()));
            case NOTIFY ->
                notices.tell(
                        row,
                        told(step.rule(), row),
                        cause(step),
                        "Escalated, level " + step.rule().level());
        }
    }

    private void raise(Task task) {
        tasks.setPriority(task.getId(), Math.min(HIGHEST_PRIORITY, task.getPriority() + RAISE));
    }

    private List<Person> told(EscalationRule rule, CaseRow row) {
        return rule.target() == null
                ? notices.ownerOrMembers(row)
                : people.find(rule.target()).stream().toList();
    }

    private static String cause(Step step) {
        Instant at = step.at();
        return "escalation:" + step.rule().level() + ":" + at;
    }

    /** The task at which the case is handled; there is none while it is at another one, such as an approval. */
    private Optional<Task> handling(DelegateExecution execution) {
        return tasks
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKeyIn(CaseModel.HANDLE, CaseModel.FORWARD)
                .active()
                .list()
                .stream()
                .findFirst();
    }
}
