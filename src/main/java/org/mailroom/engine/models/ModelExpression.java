package org.mailroom.engine.models;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * An expression where the engine evaluates one: an attribute of Camunda, a condition, a timer, a parameter, the name of a
 * message or a user task.
 *
 * @param element id of the element to which it belongs
 * @param place the attribute or element that holds it
 * @param text as written, perhaps with plain text around it
 */
record ModelExpression(String element, String place, String text) {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> NOT_EVALUATED = Set.of("documentation", "text", "property", "script");
    private static final Set<String> WITH_A_NAME = Set.of("userTask", "message", "signal", "error", "escalation");
    private static final List<String> ATTRIBUTES = List.of(
            "assignee",
            "calledElement",
            "calledElementTenantId",
            "calledElementVersion",
            "candidateGroups",
            "candidateStarterGroups",
            "candidateStarterUsers",
            "candidateUsers",
            "collection",
            "decisionRef",
            "decisionRefVersion",
            "delegateExpression",
            "dueDate",
            "errorCode",
            "escalationCode",
            "expression",
            "followUpDate",
            "formKey",
            "formRef",
            "formRefVersion",
            "jobPriority",
            "priority",
            "sourceExpression",
            "stringValue",
            "taskPriority",
            "topic",
            "variableMappingDelegateExpression",
            "defaultValue",
            "businessKey",
            "label");

    /** Every expression of the model, in its order. */
    static List<ModelExpression> of(BpmnModelInstance model) {
        return descendants(model.getDocument().getRootElement())
                .flatMap(ModelExpression::of)
                .toList();
    }

    static Stream<DomElement> descendants(DomElement element) {
        return Stream.concat(
                Stream.of(element), element.getChildElements().stream().flatMap(ModelExpression::descendants));
    }

    boolean isDelegate() {
        return place.equals("delegateExpression");
    }

    /** How a complaint names it. */
    String where() {
        return element.isEmpty() ? place : element + " (" + place + ")";
    }

    private static Stream<ModelExpression> of(DomElement element) {
        String id = nearestId(element);
        Stream<ModelExpression> attributes = ATTRIBUTES.stream().flatMap(name -> Stream.of(
                        attribute(element, CAMUNDA, name), attribute(element, "", name))
                .map(value -> new ModelExpression(id, name, name.equals("collection") ? asExpression(value) : value)));
        Stream<ModelExpression> name = WITH_A_NAME.contains(element.getLocalName())
                ? Stream.of(new ModelExpression(id, "name", attribute(element, "", "name")))
                : Stream.empty();
        Stream<ModelExpression> content =
                !element.getChildElements().isEmpty() || NOT_EVALUATED.contains(element.getLocalName())
                        ? Stream.empty()
                        : Stream.of(new ModelExpression(id, element.getLocalName(), element.getTextContent()));
        return Stream.of(attributes, name, content)
                .flatMap(some -> some)
                .filter(ModelExpression::isEvaluated)
                .distinct();
    }

    /** A collection may be named without the signs of an expression. */
    private static String asExpression(String collection) {
        return collection.matches("\\w+") ? "${" + collection + "}" : collection;
    }

    private boolean isEvaluated() {
        return text.contains("${") || text.contains("#{");
    }

    private static String attribute(DomElement element, String namespace, String name) {
        String value = namespace.isEmpty() ? element.getAttribute(name) : element.getAttribute(namespace, name);
        return value == null ? "" : value;
    }

    /** The id of the element, or of the nearest around it that has one and is no part of a form. */
    static String nearestId(DomElement element) {
        for (DomElement at = element; at != null; at = at.getParentElement()) {
            String id = at.getAttribute("id");
            if (id != null
                    && !CAMUNDA.equals(at.getNamespaceURI())
                    && !at.getLocalName().endsWith("EventDefinition")
                    && !Set.of(
                                    "conditionExpression",
                                    "multiInstanceLoopCharacteristics",
                                    "timeDate",
                                    "timeDuration",
                                    "timeCycle",
                                    "completionCondition",
                                    "loopCardinality")
                            .contains(at.getLocalName())) {
                return id;
            }
        }
        return "";
    }
}
