package org.mailroom.engine.models;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;

/** A process says how long its history is kept; without that it would be kept for ever. */
class TimeToLiveCheck implements ProcessCheck {

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        return model.getModelElementsByType(Process.class).stream().flatMap(TimeToLiveCheck::findings);
    }

    private static Stream<Finding> findings(Process process) {
        String written = process.getCamundaHistoryTimeToLiveString();
        if (written == null) {
            return Stream.of(Finding.refusal(
                    process.getId(),
                    "process " + process.getId()
                            + " has no history time to live; set it in the properties panel, for instance P180D"));
        }
        return TimeToLive.isReadable(written)
                ? Stream.empty()
                : Stream.of(Finding.refusal(
                        process.getId(),
                        "process " + process.getId() + " has the history time to live " + written
                                + ", which is no number of days; write for instance P180D"));
    }
}
