package org.mailroom.engine.models;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * Whatever an expression calls is a bean that models may call: each {@code ${name}} of a delegate expression, and each
 * {@code name.} at the start of any other. A lone name elsewhere is a variable, which only the running case knows.
 */
class ExpressionCheck implements ProcessCheck {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern CALL = Pattern.compile("(?<![\\w.'])([A-Za-z_]\\w*)\\s*\\.");
    private static final Pattern TEXT = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Set<String> OF_THE_ENGINE = Set.of("execution", "task");

    @Override
    public Stream<String> complaints(BpmnModelInstance model, KnownThings known) {
        Predicate<String> unknown = name -> !known.beans().contains(name) && !OF_THE_ENGINE.contains(name);
        return descendants(model.getDocument().getRootElement())
                .flatMap(element -> called(element).filter(unknown).map(name -> complaint(element, name)));
    }

    private static Stream<DomElement> descendants(DomElement element) {
        return Stream.concat(
                Stream.of(element), element.getChildElements().stream().flatMap(ExpressionCheck::descendants));
    }

    private static Stream<String> called(DomElement element) {
        return Stream.of(
                        delegates(element.getAttribute("http://camunda.org/schema/1.0/bpmn", "delegateExpression")),
                        delegates(element.getAttribute("delegateExpression")),
                        calls(element))
                .flatMap(names -> names)
                .distinct();
    }

    private static Stream<String> delegates(String expression) {
        return expression == null
                ? Stream.empty()
                : EXPRESSION.matcher(expression).results().map(found -> found.group(1)
                        .strip());
    }

    private static Stream<String> calls(DomElement element) {
        Stream<String> values = Stream.concat(
                attributes(element), Stream.of(element.getChildElements().isEmpty() ? element.getTextContent() : ""));
        return values.flatMap(value -> EXPRESSION.matcher(value).results())
                .map(found -> TEXT.matcher(found.group(1)).replaceAll("''"))
                .flatMap(expression -> CALL.matcher(expression).results())
                .map(MatchResult::group)
                .map(call -> call.substring(0, call.length() - 1).strip());
    }

    private static Stream<String> attributes(DomElement element) {
        return Stream.of(
                        "assignee",
                        "candidateUsers",
                        "candidateGroups",
                        "dueDate",
                        "followUpDate",
                        "priority",
                        "expression")
                .map(name -> element.getAttribute("http://camunda.org/schema/1.0/bpmn", name))
                .filter(value -> value != null);
    }

    private static String complaint(DomElement element, String name) {
        String id = element.getAttribute("id");
        return (id == null ? "an expression in " + element.getLocalName() : id) + " calls " + name
                + ", which is no bean that models may call";
    }
}
