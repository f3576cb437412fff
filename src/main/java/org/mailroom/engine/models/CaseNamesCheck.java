package org.mailroom.engine.models;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** The process of a case listens for the messages that code sends, and has the timer that follows the escalation levels. */
class CaseNamesCheck implements ProcessCheck {

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        return model.getModelElementsByType(Process.class).stream()
                .filter(process -> known.names().process().equals(process.getId()))
                .flatMap(process -> Stream.of(
                                vital(model, process, known),
                                useful(model, process, known),
                                timer(model, process, known))
                        .flatMap(found -> found));
    }

    private static Stream<Finding> vital(BpmnModelInstance model, Process process, KnownThings known) {
        Set<String> heard = model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> isAtAnyTime(start, process))
                .flatMap(CaseNamesCheck::messages)
                .collect(Collectors.toSet());
        return new TreeSet<>(known.names().vital())
                .stream()
                        .filter(message -> !heard.contains(message))
                        .map(
                                message -> Finding.refusal(
                                        process.getId(),
                                        "process " + process.getId()
                                                + " has no event sub-process of its own for the message " + message
                                                + ", so mail would be lost or a case could not be cancelled; take it from the shipped model"));
    }

    private static Stream<Finding> useful(BpmnModelInstance model, Process process, KnownThings known) {
        Set<String> heard = model.getModelElementsByType(CatchEvent.class).stream()
                .flatMap(CaseNamesCheck::messages)
                .collect(Collectors.toSet());
        return new TreeSet<>(known.names().useful())
                .stream()
                        .filter(message -> !heard.contains(message))
                        .map(message -> Finding.warning(
                                process.getId(),
                                "process " + process.getId() + " waits nowhere for the message " + message
                                        + ", so that verb of the case page will be refused"));
    }

    private static Stream<Finding> timer(BpmnModelInstance model, Process process, KnownThings known) {
        String timer = known.names().escalationTimer();
        ModelElementInstance found = model.getModelElementById(timer);
        boolean isTimer = found instanceof CatchEvent event
                && event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
        return isTimer
                ? Stream.empty()
                : Stream.of(Finding.warning(
                        process.getId(),
                        "process " + process.getId() + " has no timer with the id " + timer
                                + ", so a change of the escalation levels will not move the timers of open cases"));
    }

    private static boolean isAtAnyTime(StartEvent start, Process process) {
        return start.getParentElement() instanceof SubProcess around
                && around.triggeredByEvent()
                && process.equals(around.getParentElement());
    }

    private static Stream<String> messages(CatchEvent event) {
        return event.getEventDefinitions().stream()
                .filter(MessageEventDefinition.class::isInstance)
                .map(definition -> ((MessageEventDefinition) definition).getMessage())
                .filter(message -> message != null && message.getName() != null)
                .map(Message::getName);
    }
}
