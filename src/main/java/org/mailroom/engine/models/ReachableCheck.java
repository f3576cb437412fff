package org.mailroom.engine.models;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** Every element can be reached from a start, and leads on or is an end. */
class ReachableCheck implements ProcessCheck {

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        var graph = new FlowGraph(model);
        Set<FlowNode> reached = reached(graph);
        Stream<Finding> lost = graph.nodes().stream()
                .filter(node -> !reached.contains(node) && !isCalledOtherwise(node))
                .map(node -> Finding.warning(
                        node.getId(),
                        "no way leads to " + node.getId() + ", so it is never done; connect it or delete it"));
        Stream<Finding> stuck = graph.nodes().stream()
                .filter(node -> reached.contains(node)
                        && !isEnd(node)
                        && graph.next(node).isEmpty())
                .map(node -> Finding.warning(
                        node.getId(),
                        "no way leads on from " + node.getId() + ", so its way ends there; add an end event"));
        return Stream.concat(lost, stuck);
    }

    private static Set<FlowNode> reached(FlowGraph graph) {
        Set<FlowNode> reached = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>();
        graph.nodes().stream()
                .filter(node -> node instanceof StartEvent && !(node.getParentElement() instanceof SubProcess))
                .forEach(open::add);
        graph.nodes().stream().filter(ReachableCheck::isEventSubProcess).forEach(open::add);
        while (!open.isEmpty()) {
            FlowNode node = open.pop();
            if (reached.add(node)) {
                open.addAll(graph.next(node));
                inside(node).forEach(open::add);
            }
        }
        return reached;
    }

    private static Stream<FlowNode> inside(FlowNode node) {
        return node instanceof SubProcess around
                ? around.getFlowElements().stream()
                        .filter(StartEvent.class::isInstance)
                        .map(FlowNode.class::cast)
                : Stream.empty();
    }

    private static boolean isEventSubProcess(FlowNode node) {
        return node instanceof SubProcess around && around.triggeredByEvent();
    }

    private static boolean isCalledOtherwise(FlowNode node) {
        return node instanceof Activity activity && activity.isForCompensation();
    }

    private static boolean isEnd(FlowNode node) {
        return node instanceof EndEvent
                || node instanceof IntermediateThrowEvent
                || node instanceof BoundaryEvent
                || isEventSubProcess(node);
    }
}
