package org.mailroom.engine.models;

import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Every expression can be read by the engine, and calls only functions that the engine has. */
class ExpressionSyntaxCheck implements ProcessCheck {

    private static final Set<String> FUNCTIONS =
            Set.of("now", "dateTime", "currentUser", "currentUserGroups", "S", "XML", "JSON");

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        return ModelExpression.of(model).stream().flatMap(ExpressionSyntaxCheck::findings);
    }

    private static Stream<Finding> findings(ModelExpression expression) {
        try {
            return ExpressionTree.of(expression.text()).functions().stream()
                    .filter(function -> !FUNCTIONS.contains(function))
                    .map(function -> refusal(
                            expression, "there is no function " + function + Suggestion.of(function, FUNCTIONS)));
        } catch (TreeBuilderException unreadable) {
            return Stream.of(refusal(expression, reason(unreadable)));
        }
    }

    private static String reason(TreeBuilderException unreadable) {
        String found = unreadable.getEncountered().equals("'null'") ? "its end" : unreadable.getEncountered();
        String expected =
                unreadable.getExpected().startsWith("<IDENTIFIER>") ? "a name or value" : unreadable.getExpected();
        return "at position " + (unreadable.getPosition() + 1) + " there is " + found + " instead of " + expected;
    }

    private static Finding refusal(ModelExpression expression, String reason) {
        return Finding.refusal(
                expression.element(),
                expression.where() + " has an expression that cannot be read, "
                        + expression.text().strip() + ": " + reason);
    }
}
