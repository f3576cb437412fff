package org.mailroom.engine.models;

import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A candidate group that is written out exists; a task for any other group would be seen by nobody. */
class GroupCheck implements ProcessCheck {

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        return known.groups().isEmpty()
                ? Stream.empty()
                : model.getModelElementsByType(UserTask.class).stream().flatMap(task -> findings(task, known));
    }

    private static Stream<Finding> findings(UserTask task, KnownThings known) {
        String groups = task.getCamundaCandidateGroups();
        if (groups == null || groups.contains("${") || groups.contains("#{")) {
            return Stream.empty();
        }
        return Arrays.stream(groups.split(","))
                .map(String::strip)
                .filter(group -> !group.isEmpty() && !known.groups().contains(group))
                .map(group -> Finding.refusal(
                        task.getId(),
                        "user task " + task.getId() + " is for the group " + group
                                + ", which does not exist, so nobody would see it"
                                + Suggestion.of(group, known.groups())
                                + " There are: " + String.join(", ", new TreeSet<>(known.groups()))));
    }
}
