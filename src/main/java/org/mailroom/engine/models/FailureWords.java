package org.mailroom.engine.models;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.impl.juel.jakarta.el.MethodNotFoundException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;

/** Says why a step failed. Quotes expressions, which analysts wrote, but no values and no other messages: customers wrote those. */
final class FailureWords {

    private static final Pattern EXPRESSION = Pattern.compile("expression: ([$#]\\{.*?})(?=\\.|$)", Pattern.DOTALL);
    private static final int LONGEST = 200;

    private FailureWords() {}

    static String of(Throwable failed) {
        Set<Throwable> causes = new LinkedHashSet<>();
        Set<String> kinds = new LinkedHashSet<>();
        for (Throwable cause = failed; cause != null && causes.add(cause); cause = cause.getCause()) {
            kinds.add(cause.getClass().getSimpleName());
        }
        Optional<String> expression =
                causes.stream().flatMap(cause -> expressionIn(cause).stream()).findFirst();
        return causes.stream()
                .flatMap(cause -> known(cause).stream())
                .findFirst()
                .map(words ->
                        expression.map(text -> "the expression " + text + " ").orElse("") + words)
                .orElseGet(() -> expression
                                .map(text -> "the expression " + text + " failed, ")
                                .orElse("")
                        + String.join(", caused by ", kinds));
    }

    private static Optional<String> expressionIn(Throwable cause) {
        if (cause.getMessage() == null) {
            return Optional.empty();
        }
        var found = EXPRESSION.matcher(cause.getMessage());
        return found.find()
                ? Optional.of(found.group(1)
                        .substring(0, Math.min(LONGEST, found.group(1).length())))
                : Optional.empty();
    }

    private static Optional<String> known(Throwable cause) {
        String message = cause.getMessage() == null ? "" : cause.getMessage();
        if (cause instanceof TooManySteps) {
            return Optional.of(Character.toLowerCase(message.charAt(0)) + message.substring(1));
        }
        if (cause instanceof PropertyNotFoundException) {
            return Optional.of("names a variable, bean or property that does not exist");
        }
        if (cause instanceof MethodNotFoundException) {
            return Optional.of("calls a method that does not exist");
        }
        if (message.contains("No outgoing sequence flow")) {
            return Optional.of("none of its outgoing flows applies, and it has no default flow");
        }
        if (cause instanceof DmnEngineException || message.startsWith("ENGINE-22")) {
            return Optional.of("its decision table failed or gave a result that the process cannot use");
        }
        return Optional.empty();
    }
}
