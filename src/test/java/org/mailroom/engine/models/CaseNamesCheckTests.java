package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;
import static org.mailroom.engine.models.CheckedModel.warnings;

import org.junit.jupiter.api.Test;

class CaseNamesCheckTests {

    @Test
    void theProcessOfACaseWithoutAWayToCancelItIsRefused() {
        assertThat(refusals(new CaseNamesCheck(), "<process id='case'/>"))
                .containsExactly(
                        "process case has no event sub-process of its own for the message CancelCase, so mail would be lost or a case could"
                                + " not be cancelled; take it from the shipped model");
        assertThat(refusals(new CaseNamesCheck(), "<process id='other'/>")).isEmpty();
    }

    @Test
    void aVerbAndATimerThatAreMissingAreWarnedOf() {
        assertThat(warnings(new CaseNamesCheck(), "<process id='case'/>"))
                .hasSize(2)
                .anyMatch(sentence -> sentence.startsWith("process case waits nowhere for the message ResumeCase"))
                .anyMatch(sentence -> sentence.startsWith("process case has no timer with the id escalationDue"));
    }

    @Test
    void anEventSubProcessInsideAnotherSubProcessDoesNotCount() {
        String event =
                """
                <subProcess id='on' triggeredByEvent='true'><startEvent id='s'><messageEventDefinition messageRef='m'/></startEvent>
                </subProcess>""";
        String message = "<message id='m' name='CancelCase'/>";
        assertThat(refusals(new CaseNamesCheck(), message + "<process id='case'>" + event + "</process>"))
                .isEmpty();
        assertThat(refusals(
                        new CaseNamesCheck(),
                        message + "<process id='case'><subProcess id='in'>" + event + "</subProcess></process>"))
                .hasSize(1);
    }
}
