package org.mailroom.engine.models;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** A gateway that decides knows by what, and has a way for the case that no condition holds. */
class GatewayCheck implements ProcessCheck {

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        var graph = new FlowGraph(model);
        return model.getModelElementsByType(ExclusiveGateway.class).stream()
                .flatMap(gateway -> graph.outgoing(gateway).size() > 1
                        ? findings(gateway, graph.outgoing(gateway))
                        : only(gateway, graph.outgoing(gateway)));
    }

    private static Stream<Finding> only(ExclusiveGateway gateway, List<SequenceFlow> flows) {
        return flows.stream()
                .filter(flow -> flow.getConditionExpression() != null)
                .map(flow -> Finding.refusal(
                        flow.getId(),
                        "flow " + flow.getId() + " is the only one that leaves the gateway " + gateway.getId()
                                + " and has a condition; remove the condition, or add a default flow"));
    }

    private static Stream<Finding> findings(ExclusiveGateway gateway, List<SequenceFlow> flows) {
        SequenceFlow otherwise = gateway.getDefault();
        Stream<Finding> bare = flows.stream()
                .filter(flow -> !flow.equals(otherwise) && flow.getConditionExpression() == null)
                .map(
                        flow -> Finding.refusal(
                                flow.getId(),
                                "flow " + flow.getId() + " leaves the gateway " + gateway.getId()
                                        + " without a condition and is not its default flow; write a condition, or make it the default flow"));
        Stream<Finding> conditioned = Stream.ofNullable(otherwise)
                .filter(flow -> flow.getConditionExpression() != null)
                .map(flow -> Finding.refusal(
                        flow.getId(),
                        "flow " + flow.getId() + " is the default flow of the gateway " + gateway.getId()
                                + " and has a condition, which a default flow may not have; remove the condition"));
        Stream<Finding> noWay = otherwise != null
                ? Stream.empty()
                : Stream.of(
                        Finding.warning(
                                gateway.getId(),
                                "gateway " + gateway.getId()
                                        + " has no default flow, so a case stops there with an error if no condition holds; make one the default flow"));
        return Stream.of(bare, conditioned, noWay).flatMap(found -> found);
    }
}
