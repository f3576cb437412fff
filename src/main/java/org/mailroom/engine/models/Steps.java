package org.mailroom.engine.models;

import java.util.HashMap;
import java.util.List;
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
    @Nullable
    ExecutionEntity last() {
        return last;
    }

    /** Returns the id of the element that the process has reached: the last that began, or the next one, which could not. */
    @Nullable
    String element() {
        String reached = last == null ? null : reached(last);
        return reached == null ? lastElement : reached;
    }

    /** An element with a scope of its own runs in a child of the execution that led to it. */
    private static @Nullable String reached(ExecutionEntity execution) {
        List<ExecutionEntity> children = execution.getExecutions();
        return execution.getActivityId() != null || children.isEmpty()
                ? execution.getActivityId()
                : reached(children.get(children.size() - 1));
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
