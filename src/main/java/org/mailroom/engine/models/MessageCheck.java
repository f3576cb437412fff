package org.mailroom.engine.models;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;

/** Every message has a name that code sends. */
class MessageCheck implements ProcessCheck {

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        return model.getModelElementsByType(Message.class).stream()
                .filter(message -> !known.messages().contains(message.getName()))
                .map(message -> Finding.refusal(
                        message.getId(),
                        "message " + message.getId() + " is named " + message.getName()
                                + ", but Mailroom never sends a message of that name"
                                + Suggestion.of(String.valueOf(message.getName()), known.messages())));
    }
}
