package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;

import org.junit.jupiter.api.Test;

class ActionCheckTests {

    @Test
    void aTaskThatDoesNothingIsRefused() {
        assertThat(
                        refusals(
                                new ActionCheck(),
                                """
                        <process id='p'>
                          <serviceTask id='idle'/>
                          <serviceTask id='busy' camunda:delegateExpression='${sendReply}'/>
                          <businessRuleTask id='asks' camunda:decisionRef='routing'/>
                          <serviceTask id='waits' camunda:type='external' camunda:topic='x'/>
                          <serviceTask id='forNobody' camunda:type='external'/>
                        </process>
                        """))
                .containsExactlyInAnyOrder(
                        "task idle does nothing; choose a template for it, or name a bean by delegateExpression",
                        "task forNobody is external but has no topic, so no program takes it up");
    }
}
