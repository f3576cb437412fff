package org.mailroom.engine.models;

import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.jspecify.annotations.Nullable;

/** A task asks a decision that is there, and takes from it what it gives. */
class DecisionTaskCheck implements ProcessCheck {

    private static final Set<String> ONE_COLUMN = Set.of("singleEntry", "collectEntries");
    private static final Set<String> ONE_RULE = Set.of("singleEntry", "singleResult");

    @Override
    public Stream<Finding> findings(BpmnModelInstance model, KnownThings known) {
        Set<String> variables = ModelVariables.areOpen(model) ? Set.of() : ModelVariables.setBy(model, known);
        return model.getModelElementsByType(BusinessRuleTask.class).stream()
                .flatMap(task -> findings(task, variables, known));
    }

    private static Stream<Finding> findings(BusinessRuleTask task, Set<String> variables, KnownThings known) {
        String decision = task.getCamundaDecisionRef();
        if (decision == null || decision.contains("${") || decision.contains("#{")) {
            return Stream.empty();
        }
        KnownDecision result = known.decisions().get(decision);
        if (result == null) {
            return Stream.of(Finding.refusal(
                    task.getId(),
                    "task " + task.getId() + " asks the decision " + decision + ", which does not exist"
                            + Suggestion.of(decision, known.decisions().keySet())));
        }
        return Stream.of(
                        mapping(task, decision, result),
                        variable(task, decision),
                        inputs(task, decision, result, variables))
                .flatMap(found -> found);
    }

    /** @param variables those that are set; empty if nobody knows which */
    private static Stream<Finding> inputs(
            BusinessRuleTask task, String decision, KnownDecision result, Set<String> variables) {
        return result.inputs().stream()
                .filter(input -> !variables.isEmpty() && !variables.contains(input))
                .map(input -> Finding.warning(
                        task.getId(),
                        "task " + task.getId() + " asks the decision " + decision + ", which reads " + input
                                + ", but nothing sets that variable" + Suggestion.of(input, variables)));
    }

    private static Stream<Finding> mapping(BusinessRuleTask task, String decision, KnownDecision result) {
        String mapping = mapping(task);
        if (ONE_COLUMN.contains(mapping) && result.outputs().size() > 1) {
            return Stream.of(Finding.refusal(
                    task.getId(),
                    "task " + task.getId() + " takes a " + mapping + " from the decision " + decision + ", which gives "
                            + String.join(" and ", result.outputs())
                            + ", so it would fail; remove the columns that are not needed, or take a "
                            + (result.isOneRule() ? "singleResult" : "resultList")));
        }
        return ONE_RULE.contains(mapping) && !result.isOneRule()
                ? Stream.of(Finding.refusal(
                        task.getId(),
                        "task " + task.getId() + " takes a " + mapping + " from the decision " + decision
                                + ", whose hit policy gives several, so it would fail; use the hit policy First"))
                : Stream.empty();
    }

    private static Stream<Finding> variable(BusinessRuleTask task, String decision) {
        return isMissing(task.getCamundaResultVariable())
                ? Stream.of(Finding.warning(
                        task.getId(),
                        "task " + task.getId() + " asks the decision " + decision
                                + " but has no result variable, so the answer is lost"))
                : Stream.empty();
    }

    private static String mapping(BusinessRuleTask task) {
        String mapping = task.getCamundaMapDecisionResult();
        return isMissing(mapping) ? "resultList" : mapping;
    }

    private static boolean isMissing(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
