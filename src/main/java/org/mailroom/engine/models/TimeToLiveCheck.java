package org.mailroom.engine.models;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/** A process says how long its history is kept; without that it would be kept for ever. */
class TimeToLiveCheck implements ProcessCheck {

    @Override
    public Stream<String> complaints(BpmnModelInstance model, KnownThings known) {
        return model.getModelElementsByType(Process.class).stream()
                .filter(process -> process.getCamundaHistoryTimeToLiveString() == null)
                .map(process -> "process " + process.getId()
                        + " has no history time to live; set it in the properties panel, for instance P180D");
    }
}
