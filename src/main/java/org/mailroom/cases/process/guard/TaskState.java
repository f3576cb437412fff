package org.mailroom.cases.process.guard;

import java.util.Date;
import java.util.Map;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.impl.persistence.entity.PropertyChange;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.jspecify.annotations.Nullable;

/**
 * The values of a task that people can change.
 *
 * @param assignee the user id of whoever owns the case at this task
 * @param deputedBy the "owner" of the engine, whom Mailroom does not know
 */
record TaskState(
        @Nullable String assignee,
        @Nullable Date due,
        int priority,
        @Nullable String name,
        @Nullable String description,
        @Nullable String deputedBy,
        @Nullable String parent,
        @Nullable DelegationState delegation) {

    static TaskState now(TaskEntity task) {
        return of(task, (name, now) -> now);
    }

    /** Reads the values before this command. A task that comes back from outside carries its changes with it. */
    static TaskState before(TaskEntity task) {
        Map<String, PropertyChange> changes = task.getPropertyChanges();
        return of(task, (name, now) -> {
            PropertyChange change = changes.get(name);
            return change == null ? now : change.getOrgValue();
        });
    }

    @SuppressWarnings("NullAway") // the values of a task may be null
    private static TaskState of(TaskEntity task, BiFunction<String, @Nullable Object, @Nullable Object> value) {
        return new TaskState(
                (String) value.apply(TaskEntity.ASSIGNEE, task.getAssignee()),
                (Date) value.apply(TaskEntity.DUE_DATE, task.getDueDate()),
                (int) value.apply(TaskEntity.PRIORITY, task.getPriority()),
                (String) value.apply(TaskEntity.NAME, task.getName()),
                (String) value.apply(TaskEntity.DESCRIPTION, task.getDescription()),
                (String) value.apply(TaskEntity.OWNER, task.getOwner()),
                (String) value.apply(TaskEntity.PARENT_TASK, task.getParentTaskId()),
                (DelegationState) value.apply(TaskEntity.DELEGATION, task.getDelegationState()));
    }
}
