package org.mailroom.engine.models;

import java.util.List;
import org.camunda.bpm.model.dmn.BuiltinAggregator;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;

/**
 * What a decision gives to the task that asks it.
 *
 * @param outputs the names of its columns
 * @param isOneRule whether at most one row comes out
 */
record DecisionResult(List<String> outputs, boolean isOneRule) {

    static DecisionResult of(Decision decision) {
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            return new DecisionResult(List.of("result"), true);
        }
        List<String> outputs = table.getOutputs().stream()
                .map(output -> String.valueOf(output.getName()))
                .toList();
        BuiltinAggregator aggregator = table.getAggregation();
        boolean isList = table.getHitPolicy() == HitPolicy.RULE_ORDER
                || table.getHitPolicy() == HitPolicy.OUTPUT_ORDER
                || table.getHitPolicy() == HitPolicy.COLLECT && aggregator == null;
        return new DecisionResult(outputs, !isList);
    }
}
