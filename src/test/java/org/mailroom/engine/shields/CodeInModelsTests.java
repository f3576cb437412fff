package org.mailroom.engine.shields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Each of these models deploys, and runs its code, where the engine's own parser reads it instead of {@link NoCodeInModels}. */
@MailroomTest
class CodeInModelsTests {

    @Autowired
    private RepositoryService repository;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<scriptTask id='t' scriptFormat='javascript'><script>1 + 1</script></scriptTask>",
                "<scriptTask id='t' scriptFormat='groovy' camunda:resource='deployment://x.groovy'/>",
                "<serviceTask id='t' camunda:class='java.lang.Object'/>",
                "<serviceTask id='t' camunda:type='shell'><extensionElements>"
                        + "<camunda:field name='command' stringValue='true'/></extensionElements></serviceTask>",
                "<serviceTask id='t' camunda:expression='${1}'><extensionElements><camunda:inputOutput>"
                        + "<camunda:inputParameter name='x'><camunda:script scriptFormat='javascript'>1"
                        + "</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></serviceTask>",
                "<userTask id='t'><extensionElements><camunda:taskListener event='create' class='java.lang.Object'/>"
                        + "</extensionElements></userTask>",
                "<userTask id='t'><extensionElements><camunda:executionListener event='start'>"
                        + "<camunda:script scriptFormat='javascript'>1</camunda:script>"
                        + "</camunda:executionListener></extensionElements></userTask>",
                "<userTask id='t' camunda:formHandlerClass='java.lang.Object'/>",
                "<userTask id='t'><extensionElements><camunda:formData><camunda:formField id='f' type='string'>"
                        + "<camunda:validation><camunda:constraint name='validator' config='java.lang.Object'/>"
                        + "</camunda:validation></camunda:formField></camunda:formData></extensionElements></userTask>",
                "<callActivity id='t' calledElement='x' camunda:variableMappingClass='java.lang.Object'/>",
                "<exclusiveGateway id='t'/><userTask id='u'/><sequenceFlow id='f' sourceRef='t' targetRef='u'>"
                        + "<conditionExpression xsi:type='tFormalExpression' language='javascript'>true"
                        + "</conditionExpression></sequenceFlow>"
            })
    void aModelWithCodeIsRefused(String code) {
        assertThatThrownBy(() -> deploy("code.bpmn", model(code)))
                .isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("A model may not contain");
    }

    @Test
    void aModelThatNamesBeansIsTaken() {
        String deployment = deploy(
                "beans.bpmn",
                model("<serviceTask id='t' camunda:delegateExpression='${sendConfirmation}'/>"
                        + "<serviceTask id='u' camunda:type='external' camunda:topic='x'/>"));

        assertThat(deployment).isNotNull();
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void aCmmnModelIsRefused() {
        assertThatThrownBy(
                        () -> deploy(
                                "stranger.cmmn",
                                """
                        <definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="test"
                                     xmlns:camunda="http://camunda.org/schema/1.0/cmmn">
                          <case id="shields-cmmn" camunda:historyTimeToLive="P1D"><casePlanModel id="plan">
                            <planItem id="item" definitionRef="human"/><humanTask id="human"/>
                          </casePlanModel></case>
                        </definitions>
                        """))
                .hasStackTraceContaining("no CMMN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "feel"})
    void noScriptLanguageIsKnown(String language) {
        assertThat(engine.getScriptEngineResolver().getScriptEngine(language, true))
                .isNull();
    }

    private String deploy(String name, String model) {
        return repository
                .createDeployment()
                .name("shields")
                .addString(name, model)
                .deploy()
                .getId();
    }

    private static String model(String body) {
        return """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test"
                             xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                             xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="shields-code" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="s"/>%s
                  </process>
                </definitions>
                """
                .formatted(body);
    }
}
