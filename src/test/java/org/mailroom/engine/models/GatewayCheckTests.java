package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;
import static org.mailroom.engine.models.CheckedModel.warnings;

import org.junit.jupiter.api.Test;

class GatewayCheckTests {

    @Test
    void aFlowWithoutAConditionIsRefused() {
        assertThat(refusals(new GatewayCheck(), gateway("", "", CONDITION)))
                .containsExactly(
                        "flow one leaves the gateway g without a condition and is not its default flow; write a condition, or make it the"
                                + " default flow");
        assertThat(refusals(new GatewayCheck(), gateway("default='one'", "", CONDITION)))
                .isEmpty();
    }

    @Test
    void aDefaultFlowWithAConditionIsRefused() {
        assertThat(refusals(new GatewayCheck(), gateway("default='one'", CONDITION, CONDITION)))
                .singleElement()
                .asString()
                .startsWith("flow one is the default flow of the gateway g and has a condition");
    }

    @Test
    void theOnlyFlowWithAConditionIsRefused() {
        assertThat(refusals(
                        new GatewayCheck(),
                        "<process id='p'><exclusiveGateway id='g'/><task id='a'/><sequenceFlow id='one' sourceRef='g' targetRef='a'>"
                                + CONDITION + "</sequenceFlow></process>"))
                .containsExactly(
                        "flow one is the only one that leaves the gateway g and has a condition; remove the condition, or add a default flow");
    }

    @Test
    void aGatewayWithoutADefaultIsWarnedOf() {
        assertThat(warnings(new GatewayCheck(), gateway("", CONDITION, CONDITION)))
                .singleElement()
                .asString()
                .startsWith("gateway g has no default flow");
    }

    private static final String CONDITION =
            "<conditionExpression xsi:type='tFormalExpression'>${outgoingMail == null}</conditionExpression>";

    private static String gateway(String attribute, String one, String other) {
        return """
                <process id='p'><exclusiveGateway id='g' %s/><task id='a'/><task id='b'/>
                <sequenceFlow id='one' sourceRef='g' targetRef='a'>%s</sequenceFlow>
                <sequenceFlow id='other' sourceRef='g' targetRef='b'>%s</sequenceFlow></process>"""
                .formatted(attribute, one, other);
    }
}
