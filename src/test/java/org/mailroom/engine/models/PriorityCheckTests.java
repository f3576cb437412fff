package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;

import org.junit.jupiter.api.Test;

class PriorityCheckTests {

    @Test
    void aPriorityInWordsOrOutOfBoundsIsRefused() {
        assertThat(
                        refusals(
                                new PriorityCheck(),
                                """
                        <process id='p'><userTask id='a' camunda:priority='high'/><userTask id='b' camunda:priority='101'/>
                        <userTask id='c' camunda:priority='100'/><userTask id='d' camunda:priority='${caseFacts.priority(execution)}'/>
                        <userTask id='e'/></process>"""))
                .containsExactly(
                        "user task a has the priority high, which is no number from 0 to 100",
                        "user task b has the priority 101, which is no number from 0 to 100");
    }
}
