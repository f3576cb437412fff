package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;

import org.junit.jupiter.api.Test;

class TimeToLiveCheckTests {

    @Test
    void aProcessWithoutATimeToLiveIsRefused() {
        assertThat(refusals(new TimeToLiveCheck(), "<process id='p'/>"))
                .containsExactly(
                        "process p has no history time to live; set it in the properties panel, for instance P180D");
        assertThat(refusals(new TimeToLiveCheck(), "<process id='p' camunda:historyTimeToLive='P1D'/>"))
                .isEmpty();
    }

    @Test
    void aTimeToLiveThatIsNoNumberOfDaysIsRefused() {
        assertThat(refusals(new TimeToLiveCheck(), "<process id='p' camunda:historyTimeToLive='a year'/>"))
                .containsExactly(
                        "process p has the history time to live a year, which is no number of days; write for instance P180D");
        assertThat(refusals(new TimeToLiveCheck(), "<process id='p' camunda:historyTimeToLive='30'/>"))
                .isEmpty();
    }
}
