package org.mailroom.engine.models;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;

/** A model names no class, has no mail or shell task and no connector: what it does is done by beans of Mailroom. */
class ClassCheck implements ProcessCheck {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final List<String> CLASSES = List.of("class", "variableMappingClass", "formHandlerClass");
    private static final Set<String> COMMANDS = Set.of("shell", "mail");

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        return ModelExpression.descendants(model.getDocument().getRootElement())
                .flatMap(element -> Stream.of(classes(element), commands(element), others(element))
                        .flatMap(found -> found)
                        .distinct()
                        .map(what -> refusal(ModelExpression.nearestId(element), what)));
    }

    private static Stream<String> classes(DomElement element) {
        return CLASSES.stream().flatMap(name -> Stream.of(
                        element.getAttribute(CAMUNDA, name),
                        CAMUNDA.equals(element.getNamespaceURI()) ? element.getAttribute(name) : null)
                .filter(Objects::nonNull)
                .map(value -> "the class " + value));
    }

    private static Stream<String> commands(DomElement element) {
        String type = element.getAttribute(CAMUNDA, "type");
        String command = type == null ? "" : type.toLowerCase(Locale.ROOT);
        return COMMANDS.contains(command) ? Stream.of("a " + command + " task") : Stream.empty();
    }

    private static Stream<String> others(DomElement element) {
        if (element.getLocalName().equals("connector")) {
            return Stream.of("a connector");
        }
        boolean isValidator =
                element.getLocalName().equals("constraint") && "validator".equals(element.getAttribute("name"));
        return isValidator ? Stream.of("a validator class") : Stream.empty();
    }

    private static Finding refusal(String id, String what) {
        return Finding.refusal(
                id,
                "A model may not contain " + what + ", but " + id
                        + " does; name a bean of Mailroom by delegateExpression instead");
    }
}
