package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;
import static org.mailroom.engine.models.CheckedModel.warnings;

import org.junit.jupiter.api.Test;

class DecisionTaskCheckTests {

    @Test
    void aDecisionThatIsNotThereIsRefused() {
        assertThat(refusals(new DecisionTaskCheck(), task("routng", "singleEntry")))
                .containsExactly("task ask asks the decision routng, which does not exist; did you mean routing?");
        assertThat(refusals(new DecisionTaskCheck(), task("routing", "singleEntry")))
                .isEmpty();
    }

    @Test
    void aSingleEntryOfTwoColumnsIsRefused() {
        assertThat(refusals(new DecisionTaskCheck(), task("two", "singleEntry")))
                .containsExactly(
                        "task ask takes a singleEntry from the decision two, which gives inbox and priority, so it would fail;"
                                + " remove the columns that are not needed, or take a singleResult");
        assertThat(refusals(new DecisionTaskCheck(), task("two", "singleResult")))
                .isEmpty();
    }

    @Test
    void oneAnswerOfATableThatGivesSeveralIsRefused() {
        assertThat(refusals(new DecisionTaskCheck(), task("many", "singleEntry")))
                .singleElement()
                .asString()
                .contains("whose hit policy gives several, so it would fail; use the hit policy First");
        assertThat(refusals(new DecisionTaskCheck(), task("many", "collectEntries")))
                .isEmpty();
    }

    @Test
    void anAnswerThatIsKeptNowhereIsWarnedOf() {
        assertThat(warnings(
                        new DecisionTaskCheck(),
                        "<process id='p'><businessRuleTask id='ask' camunda:decisionRef='routing'/></process>"))
                .contains("task ask asks the decision routing but has no result variable, so the answer is lost");
    }

    @Test
    void aVariableThatTheTableReadsAndNobodySetsIsWarnedOf() {
        assertThat(warnings(new DecisionTaskCheck(), task("routing", "singleEntry")))
                .containsExactly(
                        "task ask asks the decision routing, which reads sender, but nothing sets that variable");
        String input =
                "<callActivity id='c'><extensionElements><camunda:in source='x' target='sender'/></extensionElements></callActivity>";
        assertThat(warnings(
                        new DecisionTaskCheck(),
                        task("routing", "singleEntry").replace("</process>", input + "</process>")))
                .isEmpty();
    }

    private static String task(String decision, String mapping) {
        return """
                <process id='p'><businessRuleTask id='ask' camunda:decisionRef='%s' camunda:mapDecisionResult='%s'
                camunda:resultVariable='inbox'/></process>"""
                .formatted(decision, mapping);
    }
}
