package org.mailroom.cases.process;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.mail.Notices;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.CaseNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the case's row and timeline in step with the task at which it is handled, in the same transaction, whoever changed the
 * task and wherever: here, in Tasklist or over REST. Tasks beside it, such as an approval, have owners and dates of their own.
 */
@Component
class CaseFollowsTask {

    private final CaseRows rows;
    private final Timeline timeline;
    private final Notices notices;
    private final People people;
    private final EscalationTimers timers;
    private final Actor actor;

    CaseFollowsTask(
            CaseRows rows, Timeline timeline, Notices notices, People people, EscalationTimers timers, Actor actor) {
        this.rows = rows;
        this.notices = notices;
        this.people = people;
        this.timeline = timeline;
        this.timers = timers;
        this.actor = actor;
    }

    @EventListener
    void on(DelegateTask task) {
        if (!task.getProcessDefinitionId().startsWith(CaseModel.KEY + ":")) {
            return;
        }
        boolean handling = OpenTask.isHandling(task.getTaskDefinitionKey());
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> {
                name(task, handling);
                if (handling) {
                    followModel(task);
                }
            }
            case TaskListener.EVENTNAME_ASSIGNMENT -> {
                if (handling) {
                    follow(task);
                }
            }
            case TaskListener.EVENTNAME_UPDATE -> {
                if (handling) {
                    follow(task);
                    followDates(task);
                }
            }
            default -> {}
        }
    }

    /** What a row of Tasklist shows. */
    private void name(DelegateTask task, boolean handling) {
        CaseRow row = rows.get(numberOf(task));
        String name = Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey());
        task.setName(handling ? TaskName.inLists(row) : TaskName.inLists(row, TaskName.inModel(name, row.number())));
    }

    private void follow(DelegateTask task) {
        CaseNumber number = numberOf(task);
        String owner = task.getAssignee();
        CaseRow before = rows.change(number, row -> row.ownedBy(owner));
        if (!Objects.equals(before.owner(), owner)) {
            timeline.add(number, ownerChanged(before.owner(), owner));
            tellNewOwner(rows.get(number));
        }
    }

    /** Whoever took the case knows that it is theirs. */
    private void tellNewOwner(CaseRow row) {
        String owner = row.owner();
        String who = actor.now();
        if (owner != null && !owner.equals(who)) {
            String what = "Assigned to you" + (who == null ? "" : " by " + nameOf(who));
            notices.tell(row, notices.ownerOrMembers(row), "assigned:" + UUID.randomUUID(), what);
        }
    }

    private String nameOf(String person) {
        return people.find(person).map(Person::name).orElse(person);
    }

    private CaseEvent ownerChanged(@Nullable String before, @Nullable String owner) {
        String who = actor.now();
        if (owner == null) {
            return CaseEvent.of(Kind.RELEASED, who).from(before);
        }
        return CaseEvent.of(owner.equals(who) ? Kind.CLAIMED : Kind.ASSIGNED, who)
                .from(before)
                .to(owner);
    }

    private void followDates(DelegateTask task) {
        CaseNumber number = numberOf(task);
        Instant due = task.getDueDate() == null ? null : task.getDueDate().toInstant();
        CaseRow before = rows.get(number);
        if (!Objects.equals(millis(before.due()), millis(due))) {
            rows.change(number, row -> row.dueAt(due));
            timeline.add(
                    number,
                    CaseEvent.of(Kind.DUE_CHANGED, actor.now())
                            .from(before.due())
                            .to(due));
            timers.retime(number, task.getProcessInstanceId(), actor.now());
        }
        followPriority(task);
    }

    /** A task without an expression for its priority says nothing about the priority of the case. */
    private void followModel(DelegateTask task) {
        if (((TaskEntity) task).getTaskDefinition().getPriorityExpression() != null) {
            followPriority(task);
        }
    }

    private void followPriority(DelegateTask task) {
        CaseNumber number = numberOf(task);
        CaseRow before = rows.get(number);
        if (before.priority() != task.getPriority()) {
            rows.change(number, row -> row.withPriority(task.getPriority()));
            timeline.add(
                    number,
                    CaseEvent.of(Kind.PRIORITY_CHANGED, actor.now())
                            .from(before.priority())
                            .to(task.getPriority()));
        }
    }

    /** The engine keeps milliseconds, the row microseconds. */
    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static CaseNumber numberOf(DelegateTask task) {
        return CaseFacts.numberOf(task.getExecution());
    }
}
