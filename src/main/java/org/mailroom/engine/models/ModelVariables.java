package org.mailroom.engine.models;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;

/** The variables that are set somewhere while a process runs: by forms, parameters, results, loops, and by code. */
final class ModelVariables {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern SETTER = Pattern.compile("setVariable(?:Local)?\\(\\s*['\"](\\w+)['\"]");
    private static final Set<String> OF_LOOPS =
            Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "decisionResult");

    private ModelVariables() {}

    static Set<String> setBy(BpmnModelInstance model, KnownThings known) {
        Set<String> all = ModelExpression.descendants(model.getDocument().getRootElement())
                .flatMap(element -> setBy(element, known))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        all.addAll(known.names().variables());
        all.addAll(OF_LOOPS);
        return all;
    }

    /** Whether something from outside sets variables whose names no model says. */
    static boolean areOpen(BpmnModelInstance model) {
        return ModelExpression.descendants(model.getDocument().getRootElement())
                .anyMatch(element -> "external".equals(element.getAttribute(CAMUNDA, "type"))
                        || (element.getLocalName().equals("out") && "all".equals(element.getAttribute("variables"))));
    }

    private static Stream<@Nullable String> setBy(DomElement element, KnownThings known) {
        Stream<@Nullable String> named =
                switch (element.getLocalName()) {
                    case "inputParameter", "outputParameter", "inputDataItem" ->
                        Stream.of(element.getAttribute("name"));
                    case "formField" -> Stream.of(element.getAttribute("id"));
                    case "in", "out" -> Stream.of(element.getAttribute("target"));
                    default -> Stream.empty();
                };
        Stream<@Nullable String> results = Stream.of(
                        "resultVariable",
                        "elementVariable",
                        "errorCodeVariable",
                        "errorMessageVariable",
                        "escalationCodeVariable",
                        "initiator")
                .map(attribute -> element.getAttribute(CAMUNDA, attribute));
        return Stream.of(named, results, form(element, known), setters(element)).flatMap(some -> some);
    }

    private static Stream<String> form(DomElement element, KnownThings known) {
        String id = element.getAttribute(CAMUNDA, "formRef");
        FormFile form = id == null ? null : known.forms().get(id);
        return form == null ? Stream.empty() : form.keys().stream();
    }

    private static Stream<String> setters(DomElement element) {
        String expression = element.getAttribute(CAMUNDA, "expression");
        return expression == null
                ? Stream.empty()
                : SETTER.matcher(expression).results().map(found -> found.group(1));
    }
}
