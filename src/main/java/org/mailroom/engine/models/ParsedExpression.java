package org.mailroom.engine.models;

import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** An expression of a model with what it calls, reads and compares. */
record ParsedExpression(ModelExpression source, ExpressionTree tree) {

    /** Those that can be read; {@link ExpressionSyntaxCheck} complains about the others. */
    static Stream<ParsedExpression> of(BpmnModelInstance model) {
        return ModelExpression.of(model).stream().flatMap(ParsedExpression::of);
    }

    private static Stream<ParsedExpression> of(ModelExpression source) {
        try {
            return Stream.of(new ParsedExpression(source, ExpressionTree.of(source.text())));
        } catch (TreeBuilderException unreadable) {
            return Stream.empty();
        }
    }
}
