package org.mailroom.engine;

import java.util.regex.Pattern;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.StringValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the tables of analysts. Their inputs are nearly always the name of a variable and no more; for each, the language
 * would set up all its functions anew. A name whose value is a text is that text; all else is asked of the language.
 */
final class NamesWithoutFeel implements FeelEngine {

    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");

    private final FeelEngine feel;

    NamesWithoutFeel(FeelEngine feel) {
        this.feel = feel;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // as the engine has it
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        String text = text(expression.strip(), variables);
        return text == null ? feel.evaluateSimpleExpression(expression, variables) : (T) text;
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String tests, String input, VariableContext variables) {
        return feel.evaluateSimpleUnaryTests(tests, input, variables);
    }

    private static @Nullable String text(String name, VariableContext variables) {
        TypedValue value =
                NAME.matcher(name).matches() && variables.containsVariable(name) ? variables.resolve(name) : null;
        return value instanceof StringValue text ? text.getValue() : null;
    }
}
