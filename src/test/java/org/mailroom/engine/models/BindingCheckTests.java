package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;

import org.junit.jupiter.api.Test;

class BindingCheckTests {

    @Test
    void whatIsBoundToADeploymentIsRefused() {
        assertThat(
                        refusals(
                                new BindingCheck(),
                                """
                        <process id='p'><userTask id='a' camunda:formRef='answer' camunda:formRefBinding='deployment'/>
                        <userTask id='b' camunda:formRef='answer' camunda:formRefBinding='latest'/>
                        <businessRuleTask id='c' camunda:decisionRef='routing' camunda:decisionRefBinding='deployment'/>
                        <userTask id='d' camunda:formRef='answer'/></process>"""))
                .containsExactly(
                        "a has the formRefBinding deployment, which fails as soon as only one of the files changes; choose latest",
                        "c has the decisionRefBinding deployment, which fails as soon as only one of the files changes; choose latest",
                        "d does not say which version of its form it wants; choose latest as binding");
    }
}
