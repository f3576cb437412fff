package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.engine.FailedStep;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;

@MailroomTest
class WatchedStepsTests {

    private static final String CIRCLE =
            """
            <startEvent id='start'/><task id='one'><multiInstanceLoopCharacteristics isSequential='true'>
            <loopCardinality>5000</loopCardinality></multiInstanceLoopCharacteristics></task>
            <sequenceFlow id='a' sourceRef='start' targetRef='one'/>""";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @AfterEach
    void tidyUp() {
        repository
                .createDeploymentQuery()
                .deploymentName("steps")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void aProcessThatRunsInACircleIsStopped() {
        deploy(CIRCLE);

        assertThat(reason())
                .matches(
                        "The process steps, version 1, failed at one(#\\\\w+)?: the process took more than 1000 steps"
                                + " without waiting, so it probably runs in a circle \\(setting mailroom.models.most-steps\\)\\.");
    }

    @Test
    void noErrorEventOfTheModelKeepsACircleGoing() {
        deploy(
                """
                <startEvent id='start'/><subProcess id='sub'><startEvent id='in'/>
                <task id='one'><multiInstanceLoopCharacteristics isSequential='true'>
                <loopCardinality>5000</loopCardinality></multiInstanceLoopCharacteristics></task>
                <sequenceFlow id='a' sourceRef='in' targetRef='one'/></subProcess>
                <boundaryEvent id='any' attachedToRef='sub'><errorEventDefinition/></boundaryEvent><task id='after'/>
                <sequenceFlow id='s' sourceRef='start' targetRef='sub'/><sequenceFlow id='t' sourceRef='any' targetRef='after'/>""");

        assertThat(reason()).contains("runs in a circle");
    }

    @Test
    void manyProcessesThatAreStartedTogetherAreCountedEachOnItsOwn() {
        deploy(
                """
                <startEvent id='start'/><task id='one'/><userTask id='work' camunda:candidateGroups='supervisors'
                    camunda:formRef='handleCase' camunda:formRefBinding='latest'/>
                <sequenceFlow id='a' sourceRef='start' targetRef='one'/><sequenceFlow id='b' sourceRef='one' targetRef='work'/>""");

        engine.getCommandExecutorTxRequired().execute(context -> {
            for (int instance = 0; instance < 400; instance++) {
                runtime.startProcessInstanceByKey("steps");
            }
            return null;
        });

        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("steps")
                        .count())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "${nothing > 3} | the expression ${nothing > 3} names a variable, bean or property that does not exist",
                "${'a'.nothing() == 'x'} | the expression ${'a'.nothing() == 'x'} calls a method that does not exist",
                "${text > 3} | the expression ${text > 3} failed, ",
                "${text == 'other'} | none of its outgoing flows applies, and it has no default flow"
            })
    void theReasonNamesProcessVersionElementAndCauseAndQuotesNoValue(String condition, String cause) {
        deploy(
                """
                <startEvent id='start'/><exclusiveGateway id='choose'/><task id='one'/><task id='two'/>
                <sequenceFlow id='a' sourceRef='start' targetRef='choose'/>
                <sequenceFlow id='b' sourceRef='choose' targetRef='one'><conditionExpression>%s</conditionExpression></sequenceFlow>
                <sequenceFlow id='c' sourceRef='choose' targetRef='two'><conditionExpression>${text == 'no'}</conditionExpression></sequenceFlow>"""
                        .formatted(condition.replace(">", "&gt;")));

        assertThat(reason())
                .startsWith("The process steps, version 1, failed at choose: " + cause)
                .doesNotContain("what a customer wrote");
    }

    private String reason() {
        Throwable failed = catchThrowable(
                () -> runtime.startProcessInstanceByKey("steps", Map.of("text", "what a customer wrote")));
        return FailedStep.behind(failed).orElseThrow().getMessage();
    }

    private void deploy(String body) {
        repository
                .createDeployment()
                .name("steps")
                .addString(
                        "steps.bpmn",
                        """
                        <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'
                            xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='t'>
                          <process id='steps' isExecutable='true' camunda:historyTimeToLive='P1D'>%s</process>
                        </definitions>"""
                                .formatted(body))
                .deploy();
    }
}
