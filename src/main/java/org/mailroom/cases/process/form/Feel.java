package org.mailroom.cases.process.form;

import java.util.Map;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evaluates the expressions in a form, such as the condition that hides a field. */
@Component
class Feel {

    private final FeelEngine feel = new ScalaFeelEngine(null);

    /**
     * Whether the expression is true. One that cannot be evaluated hides nothing, as in the browser.
     *
     * @param expression with or without the equals sign that forms put in front
     */
    boolean isTrue(String expression, Map<String, ?> values) {
        return Boolean.TRUE.equals(value(expression, values));
    }

    /** Null if the expression cannot be evaluated. */
    @Nullable
    Object value(String expression, Map<String, ?> values) {
        String text = expression.strip();
        var context = Variables.createVariables();
        values.forEach(context::put);
        try {
            return feel.evaluateSimpleExpression(
                    text.startsWith("=") ? text.substring(1) : text, context.asVariableContext());
        } catch (FeelException unknown) {
            return null;
        }
    }
}
