package org.mailroom.cases.process;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.Agent;

/**
 * A user task that is open now.
 *
 * @param key the id of the user task in the model
 * @param name as the model has it, without what lists of tasks show beside it
 * @param assignee user id; null while nobody has claimed it
 * @param groups whose members may claim it
 * @param users who may claim it besides
 * @param form null if it has none
 */
public record OpenTask(
        String id,
        String definition,
        String key,
        String name,
        @Nullable String assignee,
        List<String> groups,
        List<String> users,
        @Nullable CamundaFormRef form) {

    private static final Set<String> HANDLING = Set.of(CaseModel.HANDLE, CaseModel.FORWARD);

    public OpenTask {
        groups = List.copyOf(groups);
        users = List.copyOf(users);
    }

    /** Whether it is the task of whoever works the case, and no task beside it such as an approval. */
    public boolean isHandling() {
        return isHandling(key);
    }

    static boolean isHandling(String key) {
        return HANDLING.contains(key);
    }

    /**
     * Whether the agent is among those for whom the task waits. The handling task is also for supervisors, who may work
     * every case; a task that waits for nobody at all is for whoever may see the case.
     */
    public boolean isFor(Agent agent) {
        return agent.id().equals(assignee)
                || users.contains(agent.id())
                || groups.stream().anyMatch(agent.groups()::contains)
                || isHandling() && agent.supervisor()
                || groups.isEmpty() && users.isEmpty() && assignee == null;
    }
}
