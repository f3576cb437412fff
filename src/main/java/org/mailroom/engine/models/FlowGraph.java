package org.mailroom.engine.models;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.LinkEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.ThrowEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/** How a case can go through a model. */
final class FlowGraph {

    private final Collection<FlowNode> nodes;
    private final Collection<SequenceFlow> flows;
    private final Collection<BoundaryEvent> boundaries;

    FlowGraph(BpmnModelInstance model) {
        nodes = model.getModelElementsByType(FlowNode.class);
        flows = model.getModelElementsByType(SequenceFlow.class);
        boundaries = model.getModelElementsByType(BoundaryEvent.class);
    }

    Collection<FlowNode> nodes() {
        return nodes;
    }

    /** By the ends of the flows, as the engine does: what a node itself lists of them is for drawing only. */
    List<SequenceFlow> outgoing(FlowNode node) {
        return flows.stream().filter(flow -> node.equals(flow.getSource())).toList();
    }

    /** Where the case can go from here: by a flow, by an event at the border, by a link. */
    List<FlowNode> next(FlowNode node) {
        List<FlowNode> next = new ArrayList<>();
        outgoing(node).stream().map(SequenceFlow::getTarget).forEach(next::add);
        boundaries.stream()
                .filter(boundary -> node.equals(boundary.getAttachedTo()))
                .forEach(next::add);
        next.addAll(linked(node));
        return next;
    }

    /** Whether the case stops here, at least until the next transaction. */
    static boolean waits(FlowNode node) {
        boolean isEvent = node instanceof IntermediateCatchEvent catching
                && links(catching.getEventDefinitions()).isEmpty();
        return node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof EventBasedGateway
                || node instanceof CallActivity
                || isEvent
                || (node instanceof BoundaryEvent boundary && !isImmediate(boundary))
                || (node instanceof ServiceTask task && "external".equals(task.getCamundaType()))
                || node.isCamundaAsyncBefore()
                || node.isCamundaAsyncAfter()
                || (node instanceof SubProcess inside && waitsInside(inside));
    }

    private static boolean waitsInside(SubProcess inside) {
        return inside.getFlowElements().stream().anyMatch(element -> element instanceof FlowNode inner && waits(inner));
    }

    /** An error or an escalation is thrown and caught in the same step. */
    private static boolean isImmediate(BoundaryEvent boundary) {
        return boundary.getEventDefinitions().stream()
                .map(definition -> definition.getElementType().getTypeName())
                .anyMatch(
                        Set.of("errorEventDefinition", "escalationEventDefinition", "compensateEventDefinition")
                                ::contains);
    }

    private List<FlowNode> linked(FlowNode node) {
        if (!(node instanceof ThrowEvent throwing)) {
            return List.of();
        }
        Set<String> names = links(throwing.getEventDefinitions());
        return nodes.stream()
                .filter(other -> other instanceof CatchEvent catching
                        && links(catching.getEventDefinitions()).stream().anyMatch(names::contains))
                .toList();
    }

    private static Set<String> links(Collection<EventDefinition> definitions) {
        return definitions.stream()
                .flatMap(definition -> definition instanceof LinkEventDefinition link
                        ? Stream.ofNullable(link.getName())
                        : Stream.empty())
                .collect(Collectors.toSet());
    }
}
