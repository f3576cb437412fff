package org.mailroom.engine.models;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** A priority that is written out is a number from 0 to 100; with a word the task could not be made. */
class PriorityCheck implements ProcessCheck {

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        return model.getModelElementsByType(UserTask.class).stream()
                .filter(task -> task.getCamundaPriority() != null && !isPriority(task.getCamundaPriority()))
                .map(task -> Finding.refusal(
                        task.getId(),
                        "user task " + task.getId() + " has the priority " + task.getCamundaPriority()
                                + ", which is no number from 0 to 100"));
    }

    private static boolean isPriority(String written) {
        return written.contains("${")
                || written.contains("#{")
                || written.strip().matches("\\d{1,2}|100");
    }
}
