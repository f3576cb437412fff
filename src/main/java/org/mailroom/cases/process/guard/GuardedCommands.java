package org.mailroom.cases.process.guard;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.process.guard.CurrentOrder.Level;

/**
 * Asks the guard when a command begins and when it ends, inside the command's transaction. Hands a refusal on as it is: the
 * engine wraps one that comes from a listener as if it had failed itself.
 */
class GuardedCommands extends CommandInterceptor {

    private final CurrentOrder current;

    GuardedCommands(CurrentOrder current) {
        this.current = current;
    }

    @Override
    public <T> T execute(Command<T> command) {
        Level before = current.level();
        Order order = current.enter(command);
        try {
            return order == null ? next.execute(command) : guarded(order, command);
        } catch (ProcessEngineException failed) {
            CaseRefusal refused = refusalBehind(failed);
            throw refused == null ? failed : refused;
        } finally {
            current.returnTo(before);
        }
    }

    private <T> T guarded(Order order, Command<T> command) {
        order.begin();
        T result = next.execute(command);
        order.end();
        return result;
    }

    private static @Nullable CaseRefusal refusalBehind(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CaseRefusal refused) {
                return refused;
            }
        }
        return null;
    }
}
