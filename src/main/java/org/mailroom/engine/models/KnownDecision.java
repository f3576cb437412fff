package org.mailroom.engine.models;

import java.util.List;
import org.camunda.bpm.model.dmn.BuiltinAggregator;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;

/**
 * What a decision reads and gives.
 *
 * @param inputs the variables that it reads as they are
 * @param outputs the names of its columns
 * @param isOneRule whether at most one row comes out
 */
record KnownDecision(List<String> inputs, List<String> outputs, boolean isOneRule) {

    static KnownDecision of(Decision decision) {
        if (!(decision.getExpression() instanceof DecisionTable table)) {
            return new KnownDecision(List.of(), List.of("result"), true);
        }
        List<String> outputs = table.getOutputs().stream()
                .map(output -> String.valueOf(output.getName()))
                .toList();
        BuiltinAggregator aggregator = table.getAggregation();
        boolean isList = table.getHitPolicy() == HitPolicy.RULE_ORDER
                || table.getHitPolicy() == HitPolicy.OUTPUT_ORDER
                || (table.getHitPolicy() == HitPolicy.COLLECT && aggregator == null);
        return new KnownDecision(inputs(table), outputs, !isList);
    }

    private static List<String> inputs(DecisionTable table) {
        return table.getInputs().stream()
                .map(input -> input.getInputExpression())
                .filter(expression -> expression != null)
                .map(expression -> FeelCheck.text(expression.getDomElement()))
                .filter(text -> text.matches("[A-Za-z_]\\w*") && !text.equals("null"))
                .toList();
    }
}
