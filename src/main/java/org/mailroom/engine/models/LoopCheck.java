package org.mailroom.engine.models;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** Every loop has a step that waits; one without would go round in a single transaction, perhaps for ever. */
class LoopCheck implements ProcessCheck {

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        var graph = new FlowGraph(model);
        Set<FlowNode> done = new HashSet<>();
        return graph.nodes().stream()
                .map(node -> loop(graph, node, new ArrayList<>(), done))
                .filter(loop -> !loop.isEmpty())
                .map(LoopCheck::refusal);
    }

    /** The nodes of a loop that is reached from here without waiting; empty if there is none. */
    private static List<FlowNode> loop(FlowGraph graph, FlowNode node, List<FlowNode> way, Set<FlowNode> done) {
        int before = way.indexOf(node);
        if (before >= 0) {
            return List.copyOf(way.subList(before, way.size()));
        }
        if (FlowGraph.waits(node) || !done.add(node)) {
            return List.of();
        }
        way.add(node);
        for (FlowNode next : graph.next(node)) {
            List<FlowNode> found = loop(graph, next, way, done);
            if (!found.isEmpty()) {
                return found;
            }
        }
        way.remove(node);
        return List.of();
    }

    private static Finding refusal(List<FlowNode> loop) {
        String way = loop.stream().map(FlowNode::getId).collect(Collectors.joining(" → "));
        return Finding.refusal(
                loop.get(0).getId(),
                "the loop " + way + " → " + loop.get(0).getId()
                        + " has no step that waits, so it could go round for ever; put a timer or a user task into it");
    }
}
