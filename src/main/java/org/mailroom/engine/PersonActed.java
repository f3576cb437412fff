package org.mailroom.engine;

import org.jspecify.annotations.Nullable;

/**
 * Somebody changed a process by the engine's own means: in Cockpit or over its REST interface, not by a verb of Mailroom. Told within
 * the transaction of the change.
 *
 * @param person user id; null if the engine did it later on its own, as it does in a batch
 * @param entity what was changed, in the engine's words, such as {@code Job} or {@code ProcessInstance}
 * @param operation what was done, in the engine's words, such as {@code SetDueDate} or {@code Suspend}
 * @param instance id of the process instance
 * @param job id of the job; null if it is about none
 * @param before what it was before, as the engine writes it; null if that is not known
 * @param after what it became; null if that is not known
 */
public record PersonActed(
        @Nullable String person,
        String entity,
        String operation,
        String instance,
        @Nullable String job,
        @Nullable String before,
        @Nullable String after) {}
