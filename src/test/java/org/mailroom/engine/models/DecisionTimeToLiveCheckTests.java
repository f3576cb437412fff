package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;

import org.junit.jupiter.api.Test;

class DecisionTimeToLiveCheckTests {

    @Test
    void aDecisionWithoutATimeToLiveIsRefused() {
        assertThat(refusals(new DecisionTimeToLiveCheck(), "<decision id='d1' name='D'/>"))
                .containsExactly("decision d1 has no history time to live, for instance P30D");
        assertThat(refusals(
                        new DecisionTimeToLiveCheck(), "<decision id='d1' name='D' camunda:historyTimeToLive='soon'/>"))
                .singleElement()
                .asString()
                .contains("which is no number of days");
        assertThat(refusals(
                        new DecisionTimeToLiveCheck(), "<decision id='d1' name='D' camunda:historyTimeToLive='P30D'/>"))
                .isEmpty();
    }
}
