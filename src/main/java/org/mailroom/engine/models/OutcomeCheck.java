package org.mailroom.engine.models;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * Every answer that a form offers has a way of its own. One of them may take the default flow; of two without a condition
 * the one would go the way of the other. And no condition waits for an answer that no form offers.
 */
class OutcomeCheck implements ProcessCheck {

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        Map<String, Set<String>> asked = asked(model);
        Stream<Finding> ways =
                model.getModelElementsByType(UserTask.class).stream().flatMap(task -> withoutWay(task, asked, known));
        return Stream.concat(ways, neverOffered(model, known));
    }

    /** By variable, the values with which a condition compares it. */
    private static Map<String, Set<String>> asked(BpmnModelInstance model) {
        Map<String, Set<String>> asked = new TreeMap<>();
        conditions(model)
                .flatMap(condition -> condition.tree().comparisons().stream())
                .forEach(comparison -> asked.computeIfAbsent(comparison.variable(), name -> new TreeSet<>())
                        .add(comparison.value()));
        return asked;
    }

    private static Stream<ParsedExpression> conditions(BpmnModelInstance model) {
        return ParsedExpression.of(model)
                .filter(expression -> expression.source().place().equals("conditionExpression"));
    }

    private static Stream<Finding> withoutWay(UserTask task, Map<String, Set<String>> asked, KnownThings known) {
        FormFile form = known.forms().get(String.valueOf(task.getCamundaFormRef()));
        if (form == null) {
            return Stream.empty();
        }
        return form.keys().stream()
                .filter(key ->
                        asked.containsKey(key) || known.names().outcomes().containsKey(key))
                .flatMap(key -> withoutWay(task, form, key, asked.getOrDefault(key, Set.of()), known));
    }

    private static Stream<Finding> withoutWay(
            UserTask task, FormFile form, String key, Set<String> asked, KnownThings known) {
        Set<String> left = new TreeSet<>(form.choices(key));
        left.removeAll(asked);
        if (left.size() < 2) {
            return Stream.empty();
        }
        Set<String> codes = known.names().outcomes().getOrDefault(key, Set.of());
        boolean isOfCode =
                isOfCase(task, known) && left.stream().filter(codes::contains).count() > 1;
        return Stream.of(new Finding(
                isOfCode,
                task.getId(),
                "the form " + form.id() + " of " + task.getId() + " offers " + key + " = " + String.join(", ", left)
                        + ", but no condition asks for any of them, so they all go the same way; give each but one a flow with a"
                        + " condition such as ${" + key + " == '"
                        + left.iterator().next() + "'}"));
    }

    private static boolean isOfCase(UserTask task, KnownThings known) {
        return task.getModelInstance().getModelElementById(known.names().process()) != null;
    }

    private static Stream<Finding> neverOffered(BpmnModelInstance model, KnownThings known) {
        Map<String, Set<String>> offered = offered(model, known);
        return conditions(model).flatMap(condition -> condition.tree().comparisons().stream()
                .filter(comparison -> offered.containsKey(comparison.variable()))
                .filter(comparison ->
                        !offered.getOrDefault(comparison.variable(), Set.of()).contains(comparison.value()))
                .map(comparison -> Finding.warning(
                        condition.source().element(),
                        "the condition of " + condition.source().element() + " asks for " + comparison.variable()
                                + " = "
                                + comparison.value() + ", which no form of this model offers"
                                + Suggestion.of(
                                        comparison.value(), offered.getOrDefault(comparison.variable(), Set.of())))));
    }

    /** By variable, the values that the forms of the model offer for it. */
    private static Map<String, Set<String>> offered(BpmnModelInstance model, KnownThings known) {
        return model.getModelElementsByType(UserTask.class).stream()
                .map(task -> known.forms().get(String.valueOf(task.getCamundaFormRef())))
                .filter(form -> form != null)
                .distinct()
                .flatMap(form -> form.fields().stream())
                .filter(field -> !field.choices().isEmpty())
                .collect(Collectors.toMap(FormFile.Field::key, field -> field.choices(), (one, other) -> Stream.concat(
                                one.stream(), other.stream())
                        .collect(Collectors.toSet())));
    }
}
