package org.mailroom.engine.models;

import java.util.Locale;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;

/** A model has no scripts: they run as the engine, with all that it may do. */
class ScriptCheck implements ProcessCheck {

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        return ModelExpression.descendants(model.getDocument().getRootElement()).flatMap(ScriptCheck::findings);
    }

    private static Stream<Finding> findings(DomElement element) {
        String id = ModelExpression.nearestId(element);
        return switch (element.getLocalName()) {
            case "scriptTask" -> refusal(id, "a script, but task " + id + " is one");
            case "script" ->
                isOfScriptTask(element)
                        ? Stream.empty()
                        : refusal(id, "a script, but one is in a listener or parameter of " + id);
            case "conditionExpression" ->
                isScript(element)
                        ? refusal(id, "a condition in " + language(element) + ", but " + id + " has one")
                        : Stream.empty();
            default -> Stream.empty();
        };
    }

    private static boolean isOfScriptTask(DomElement script) {
        DomElement parent = script.getParentElement();
        return parent != null && parent.getLocalName().equals("scriptTask");
    }

    private static boolean isScript(DomElement condition) {
        return (condition.getAttribute("language") != null
                        && !language(condition).equals("juel"))
                || condition.getAttribute("http://camunda.org/schema/1.0/bpmn", "resource") != null;
    }

    private static String language(DomElement condition) {
        String language = condition.getAttribute("language");
        return language == null ? "a file" : language.toLowerCase(Locale.ROOT);
    }

    private static Stream<Finding> refusal(String id, String what) {
        return Stream.of(Finding.refusal(
                id, "A model may not contain " + what + "; use a bean of Mailroom or an expression instead"));
    }
}
