package org.mailroom.cases.process.guard;

import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.jspecify.annotations.Nullable;

/**
 * May this person do that? The engine asks once when a command begins, and again for each thing that the command would
 * change.
 *
 * @param command what was ordered
 * @param check the check of the engine that asks, such as {@code checkTaskWork}; {@link #BEGIN} when the command begins
 * @param about the task, execution, job or id that the check is about; null when the command begins or was not asked about
 */
record Question(Command<?> command, String check, @Nullable Object about, Caller caller) {

    static final String BEGIN = "begin";

    /** The command is done, and the engine never asked whether the person may do it. */
    static final String UNASKED = "unasked";

    boolean isCheck(String... names) {
        return Set.of(names).contains(check);
    }

    boolean isCommand(Class<?>... types) {
        return isAnyOf(Set.of(types));
    }

    boolean isAnyOf(Set<Class<?>> types) {
        return types.stream().anyMatch(type -> type.isInstance(command));
    }
}
