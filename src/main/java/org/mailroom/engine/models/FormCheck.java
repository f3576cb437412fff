package org.mailroom.engine.models;

import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/** Every user task has a candidate group, so that somebody sees it, and a form that is there. */
class FormCheck implements ProcessCheck {

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        return model.getModelElementsByType(UserTask.class).stream()
                .flatMap(task -> Stream.of(group(task), form(task, known.forms().keySet()))
                        .flatMap(complaints -> complaints)
                        .map(complaint -> Finding.refusal(task.getId(), complaint)));
    }

    private static Stream<String> group(UserTask task) {
        return isMissing(task.getCamundaCandidateGroups())
                ? Stream.of("user task " + task.getId() + " has no candidate group, so nobody would see it")
                : Stream.empty();
    }

    private static Stream<String> form(UserTask task, Set<String> forms) {
        String form = task.getCamundaFormRef();
        if (isMissing(form)) {
            return Stream.of("user task " + task.getId() + " has no form");
        }
        return forms.contains(form) || form.contains("${")
                ? Stream.empty()
                : Stream.of("user task " + task.getId() + " has the form " + form + ", but no form file has that id"
                        + Suggestion.of(form, forms));
    }

    private static boolean isMissing(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
