package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;

import org.junit.jupiter.api.Test;

class LoopCheckTests {

    @Test
    void aLoopWithoutAStepThatWaitsIsRefused() {
        assertThat(refusals(new LoopCheck(), loop("<serviceTask id='b'/>")))
                .containsExactly(
                        "the loop a → b → a has no step that waits, so it could go round for ever; put a timer or a user task into it");
    }

    @Test
    void aLoopWithAStepThatWaitsIsTaken() {
        for (String step : new String[] {
            "<userTask id='b'/>",
            "<receiveTask id='b'/>",
            "<intermediateCatchEvent id='b'><timerEventDefinition id='t'/></intermediateCatchEvent>",
            "<serviceTask id='b' camunda:asyncBefore='true'/>",
            "<serviceTask id='b' camunda:type='external' camunda:topic='x'/>",
            "<subProcess id='b'><userTask id='u'/></subProcess>"
        }) {
            assertThat(refusals(new LoopCheck(), loop(step))).as(step).isEmpty();
        }
    }

    @Test
    void aLoopThatAnErrorClosesIsRefused() {
        assertThat(
                        refusals(
                                new LoopCheck(),
                                """
                        <process id='p'><serviceTask id='a'/>
                        <boundaryEvent id='failed' attachedToRef='a'><errorEventDefinition id='e'/></boundaryEvent>
                        <sequenceFlow id='f' sourceRef='failed' targetRef='a'/></process>"""))
                .hasSize(1);
    }

    private static String loop(String step) {
        return """
                <process id='p'><startEvent id='s'/><exclusiveGateway id='a'/>%s
                <sequenceFlow id='f' sourceRef='s' targetRef='a'/><sequenceFlow id='g' sourceRef='a' targetRef='b'/>
                <sequenceFlow id='h' sourceRef='b' targetRef='a'/></process>"""
                .formatted(step);
    }
}
