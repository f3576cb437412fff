package org.mailroom.engine.models;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;

/** A call activity names a process that is there. */
class CalledProcessCheck implements ProcessCheck {

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        return model.getModelElementsByType(CallActivity.class).stream()
                .flatMap(call -> findings(call.getId(), call.getCalledElement(), known));
    }

    private static Stream<Finding> findings(String id, String called, KnownThings known) {
        if (called == null || called.isBlank()) {
            return Stream.of(Finding.refusal(id, id + " calls no process; enter the id of one"));
        }
        return called.contains("${")
                        || called.contains("#{")
                        || known.processes().contains(called)
                ? Stream.empty()
                : Stream.of(Finding.refusal(
                        id,
                        id + " calls the process " + called + ", which does not exist"
                                + Suggestion.of(called, known.processes())));
    }
}
