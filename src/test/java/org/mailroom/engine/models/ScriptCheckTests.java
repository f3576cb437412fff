package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;

import org.junit.jupiter.api.Test;

class ScriptCheckTests {

    @Test
    void aScriptIsRefusedWhereverItIs() {
        assertThat(
                        refusals(
                                new ScriptCheck(),
                                """
                        <process id='p'>
                          <scriptTask id='s' scriptFormat='javascript'><script>1</script></scriptTask>
                          <serviceTask id='t'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x'>
                            <camunda:script scriptFormat='groovy'>1</camunda:script>
                          </camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>
                          <sequenceFlow id='f' sourceRef='s' targetRef='t'>
                            <conditionExpression xsi:type='tFormalExpression' language='javascript'>true</conditionExpression></sequenceFlow>
                        </process>
                        """))
                .containsExactlyInAnyOrder(
                        "A model may not contain a script, but task s is one; use a bean of Mailroom or an expression instead",
                        "A model may not contain a script, but one is in a listener or parameter of t; use a bean of Mailroom or an expression instead",
                        "A model may not contain a condition in javascript, but f has one; use a bean of Mailroom or an expression instead");
    }
}
