package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;
import static org.mailroom.engine.models.CheckedModel.warnings;

import org.junit.jupiter.api.Test;

class OutcomeCheckTests {

    @Test
    void answersThatGoTheSameWayAreRefusedWhereCodeTellsBetweenThem() {
        assertThat(refusals(new OutcomeCheck(), process("case", "${outcome == 'forward'}")))
                .containsExactly(
                        "the form answer of task offers outcome = complete, wait, but no condition asks for any of them, so they all go the"
                                + " same way; give each but one a flow with a condition such as ${outcome == 'complete'}");
        assertThat(refusals(new OutcomeCheck(), process("other", "${outcome == 'forward'}")))
                .isEmpty();
        assertThat(warnings(new OutcomeCheck(), process("other", "${outcome == 'forward'}")))
                .hasSize(1);
    }

    @Test
    void oneAnswerMayTakeTheDefaultFlow() {
        assertThat(refusals(new OutcomeCheck(), process("case", "${outcome == 'forward' or outcome != 'wait'}")))
                .isEmpty();
    }

    @Test
    void aConditionThatWaitsForAnAnswerThatNoFormOffersIsWarnedOf() {
        assertThat(warnings(new OutcomeCheck(), process("case", "${outcome == 'forward' or outcome == 'wiat'}")))
                .containsExactly(
                        "the condition of flow asks for outcome = wiat, which no form of this model offers; did you mean wait?");
    }

    @Test
    void aFormWithoutChoicesSaysNothing() {
        assertThat(refusals(
                        new OutcomeCheck(),
                        "<process id='case'><userTask id='task' camunda:formRef='plain'/></process>"))
                .isEmpty();
    }

    private static String process(String id, String condition) {
        return """
                <process id='%s'><userTask id='task' camunda:formRef='answer'/><exclusiveGateway id='g'/>
                <sequenceFlow id='flow' sourceRef='g' targetRef='task'>
                <conditionExpression xsi:type='tFormalExpression'>%s</conditionExpression></sequenceFlow></process>"""
                .formatted(id, condition);
    }
}
