package org.mailroom.cases.process.guard;

import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.mailroom.engine.People;

/**
 * Who may own a task: the candidates whom its model names, which are the members of the inbox at most tasks, and
 * supervisors. Every user task has a candidate group, or its model would have been refused.
 */
final class MayHave {

    private MayHave() {}

    static boolean test(String person, Set<String> groups, TaskEntity task) {
        return groups.contains(People.SUPERVISORS)
                || groups.contains(People.ADMINS)
                || task.getCandidates().stream()
                        .anyMatch(link -> person.equals(link.getUserId()) || groups.contains(link.getGroupId()));
    }
}
