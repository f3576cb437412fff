package org.mailroom.engine.models;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.instance.DomElement;

/** A task that does something by itself says what: it names a bean, an expression, a topic or a decision. */
class ActionCheck implements ProcessCheck {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> TASKS = Set.of("serviceTask", "sendTask", "businessRuleTask");
    private static final List<String> ACTIONS =
            List.of("delegateExpression", "expression", "class", "type", "decisionRef");

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        return ModelExpression.descendants(model.getDocument().getRootElement())
                .filter(element -> TASKS.contains(element.getLocalName()))
                .flatMap(ActionCheck::findings);
    }

    private static Stream<Finding> findings(DomElement task) {
        String id = ModelExpression.nearestId(task);
        if (ACTIONS.stream().allMatch(name -> task.getAttribute(CAMUNDA, name) == null) && !hasConnector(task)) {
            return Stream.of(Finding.refusal(
                    id,
                    "task " + id + " does nothing; choose a template for it, or name a bean by delegateExpression"));
        }
        boolean isForNobody =
                "external".equals(task.getAttribute(CAMUNDA, "type")) && task.getAttribute(CAMUNDA, "topic") == null;
        return isForNobody
                ? Stream.of(
                        Finding.refusal(id, "task " + id + " is external but has no topic, so no program takes it up"))
                : Stream.empty();
    }

    /** {@link ClassCheck} refuses it. */
    private static boolean hasConnector(DomElement task) {
        return ModelExpression.descendants(task)
                .anyMatch(element -> element.getLocalName().equals("connector"));
    }
}
