package org.mailroom.engine.models;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Counts the steps of one command of the engine, those of each process with all that it calls on its own: mails that are taken in
 * together share a command. Remembers the last step, which is the one that failed if the command fails.
 */
class Steps implements Session {

    private final int most;
    private final Map<String, Integer> ofInstance = new HashMap<>();
    private @Nullable ExecutionEntity last;
    private @Nullable String lastElement;

    Steps(int most) {
        this.most = most;
    }

    /** Makes one for each command. */
    record Factory(int most) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return Steps.class;
        }

        @Override
        public Session openSession() {
            return new Steps(most);
        }
    }

    /** Counts a step that begins. */
    void begin(DelegateExecution execution) {
        last = (ExecutionEntity) execution;
        lastElement = execution.getCurrentActivityId();
        if (ofInstance.merge(last.getRootProcessInstanceId(), 1, Integer::sum) > most) {
            throw new TooManySteps(most);
        }
    }

    /** Returns the process in which the last step began; null if there was none. */
    @Nullable ExecutionEntity last() {
        return last;
    }

    /** Returns the id of the element at which the last step began. */
    @Nullable String lastElement() {
        return lastElement;
    }

    @Override
    public void flush() {
        // nothing to write
    }

    @Override
    public void close() {
        ofInstance.clear();
    }
}
