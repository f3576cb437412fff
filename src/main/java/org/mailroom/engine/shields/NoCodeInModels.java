package org.mailroom.engine.shields;

import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.BpmnParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses models that bring code of their own, whoever deploys them and by whatever way: scripts, shell and mail tasks,
 * and names of classes. A model calls beans, and only those that are meant for it.
 *
 * <p>Looks before the engine parses, because parsing already makes objects of some of the classes that a model names.
 */
class NoCodeInModels extends BpmnParse {

    private static final Set<String> SCRIPTS = Set.of("script", "scriptTask");
    private static final Set<String> CLASSES = Set.of("class", "variableMappingClass", "formHandlerClass");
    private static final Set<String> COMMANDS = Set.of("shell", "mail");

    NoCodeInModels(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected void parseRootElement() {
        check(rootElement);
        super.parseRootElement();
    }

    private void check(Element element) {
        if (SCRIPTS.contains(element.getTagName())) {
            throw refused("a script", element);
        }
        if (isOwnValidator(element)) {
            throw refused("a validator class", element);
        }
        element.attributes().forEach(attribute -> check(element, attribute));
        element.elements().forEach(this::check);
    }

    private static boolean isOwnValidator(Element element) {
        return element.getTagName().equals("constraint") && "validator".equals(element.attribute("name"));
    }

    private static void check(Element element, String attribute) {
        String name = attribute.substring(attribute.lastIndexOf(':') + 1);
        String value = element.attribute(attribute, "").toLowerCase(Locale.ROOT);
        if (CLASSES.contains(name)) {
            throw refused("the class " + element.attribute(attribute), element);
        }
        if (name.equals("type") && COMMANDS.contains(value)) {
            throw refused("a " + value + " task", element);
        }
        if (name.equals("language") && element.getTagName().equals("conditionExpression") && !value.equals("juel")) {
            throw refused("a condition in " + value, element);
        }
    }

    private static BpmnParseException refused(String what, Element element) {
        return new BpmnParseException(
                "A model may not contain " + what + "; name a bean of Mailroom by delegateExpression instead", element);
    }
}
