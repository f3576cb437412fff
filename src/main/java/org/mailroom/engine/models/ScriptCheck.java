package org.mailroom.engine.models;

import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;

/** A model has no scripts: they run as the engine, with all that it may do. */
class ScriptCheck implements ProcessCheck {

    @Override
    public Stream<String> complaints(BpmnModelInstance model, KnownThings known) {
        Stream<String> tasks = model.getModelElementsByType(ScriptTask.class).stream()
                .map(task -> "task " + task.getId() + " is a script");
        Stream<String> scripts = model.getModelElementsByType(CamundaScript.class).stream()
                .map(script -> "a script stands in a listener or parameter of "
                        + Elements.nearestId(script.getParentElement()));
        Stream<String> conditions = model.getModelElementsByType(ConditionExpression.class).stream()
                .filter(condition -> condition.getLanguage() != null || condition.getCamundaResource() != null)
                .map(condition -> "the condition of " + Elements.nearestId(condition) + " is a script");
        return Stream.of(tasks, scripts, conditions)
                .flatMap(found -> found)
                .filter(Objects::nonNull)
                .map(complaint -> complaint + "; scripts are not allowed, use a bean of Mailroom or an expression");
    }
}
