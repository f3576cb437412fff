package org.mailroom.cases.process;

import java.time.Instant;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.inbox.CaseNumber;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the case's row and timeline in step with its user task, in the same transaction, whoever changed the task and
 * wherever: here, in Tasklist or over REST.
 */
@Component
class CaseFollowsTask {

    private static final int LONGEST_TASK_NAME = 255;

    private final CaseRows rows;
    private final Timeline timeline;
    private final EscalationTimers timers;
    private final Actor actor;

    CaseFollowsTask(CaseRows rows, Timeline timeline, EscalationTimers timers, Actor actor) {
        this.rows = rows;
        this.timeline = timeline;
        this.timers = timers;
        this.actor = actor;
    }

    @EventListener
    void on(DelegateTask task) {
        if (!task.getProcessDefinitionId().startsWith(CaseModel.KEY + ":")) {
            return;
        }
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_CREATE -> name(task);
            case TaskListener.EVENTNAME_ASSIGNMENT -> follow(task);
            case TaskListener.EVENTNAME_UPDATE -> {
                follow(task);
                followDates(task);
            }
            default -> {}
        }
    }

    /** What a row of Tasklist shows: number, subject and customer. */
    private void name(DelegateTask task) {
        CaseRow row = rows.get(numberOf(task));
        String customer = " — " + row.requester().label();
        String what = row.number() + " " + (row.subject().isEmpty() ? "…" : row.subject());
        int room = Math.max(0, LONGEST_TASK_NAME - customer.length());
        task.setName(cut(cut(what, room) + customer, LONGEST_TASK_NAME));
    }

    private void follow(DelegateTask task) {
        CaseNumber number = numberOf(task);
        String owner = task.getAssignee();
        CaseRow before = rows.change(number, row -> row.ownedBy(owner));
        if (!Objects.equals(before.owner(), owner)) {
            timeline.add(number, ownerChanged(before.owner(), owner));
        }
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

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(0, longest - 1))) + "…";
    }
}
