package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;
import static org.mailroom.engine.models.CheckedModel.warnings;

import org.junit.jupiter.api.Test;

class ExpressionCheckTests {

    @Test
    void anUnknownBeanIsRefused() {
        assertThat(
                        refusals(
                                new ExpressionCheck(),
                                """
                        <process id='p'>
                          <serviceTask id='good' camunda:delegateExpression='${sendReply}'/>
                          <serviceTask id='bad' camunda:delegateExpression='${sendRepyl}'/>
                          <userTask id='task' camunda:dueDate='${casFacts.due(execution)}'/>
                          <sequenceFlow id='flow' sourceRef='good' targetRef='bad'>
                            <conditionExpression>${dataSource.close() == null}</conditionExpression>
                          </sequenceFlow>
                        </process>
                        """))
                .containsExactlyInAnyOrder(
                        "bad calls sendRepyl, which is no bean that models may call; did you mean sendReply?",
                        "task (dueDate) uses casFacts, which is neither a bean that models may call nor a variable that this model sets;"
                                + " did you mean caseFacts?",
                        "flow (conditionExpression) uses dataSource, which is neither a bean that models may call nor a variable that this"
                                + " model sets");
    }

    @Test
    void aPropertyOfAVariableThatTheModelSetsIsTaken() {
        assertThat(
                        refusals(
                                new ExpressionCheck(),
                                """
                        <process id='p'>
                          <businessRuleTask id='ask' camunda:decisionRef='two' camunda:resultVariable='answer'/>
                          <userTask id='task' camunda:priority='${answer.priority}' camunda:dueDate='${outgoingMail.due}'/>
                        </process>
                        """))
                .isEmpty();
    }

    @Test
    void aLoneNameThatNothingSetsIsRefusedInTheProcessOfACaseAndWarnedOfInOthers() {
        String body = "<userTask id='task' camunda:assignee='${nobodySetsIt}'/>";
        assertThat(refusals(new ExpressionCheck(), "<process id='case'>" + body + "</process>"))
                .hasSize(1);
        assertThat(refusals(new ExpressionCheck(), "<process id='other'>" + body + "</process>"))
                .isEmpty();
        assertThat(warnings(new ExpressionCheck(), "<process id='other'>" + body + "</process>"))
                .singleElement()
                .asString()
                .startsWith("task (assignee) uses nobodySetsIt, which is neither");
    }

    @Test
    void anAnswerOfAFormIsAVariable() {
        assertThat(
                        refusals(
                                new ExpressionCheck(),
                                """
                        <process id='case'>
                          <userTask id='task' camunda:formRef='answer'/><userTask id='next' camunda:assignee='${outcome}'/>
                        </process>
                        """))
                .isEmpty();
    }

    @Test
    void aProgramOutsideMaySetAnyVariable() {
        assertThat(
                        refusals(
                                new ExpressionCheck(),
                                """
                        <process id='case'><serviceTask id='s' camunda:type='external' camunda:topic='x'/>
                          <userTask id='next' camunda:assignee='${whatever}'/></process>"""))
                .isEmpty();
    }
}
