package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;
import static org.mailroom.engine.models.CheckedModel.warnings;

import org.junit.jupiter.api.Test;

class TimerCheckTests {

    @Test
    void aTimeThatCannotBeReadIsRefused() {
        assertThat(refusals(new TimerCheck(), timer("<timeDuration>PT1X</timeDuration>")))
                .containsExactly("later has the time PT1X, which cannot be read; write a duration such as PT8H or P2D");
        assertThat(refusals(new TimerCheck(), timer("<timeDuration>P1M30</timeDuration>")))
                .hasSize(1);
        assertThat(refusals(new TimerCheck(), timer("<timeDate>tomorrow</timeDate>")))
                .hasSize(1);
        assertThat(refusals(new TimerCheck(), timer("<timeCycle>daily</timeCycle>")))
                .hasSize(1);
    }

    @Test
    void whatTheEngineCanReadIsTaken() {
        for (String time : new String[] {
            "<timeDuration>P2DT3H</timeDuration>",
            "<timeDuration>P2W</timeDuration>",
            "<timeDate>2030-01-31T08:00:00Z</timeDate>",
            "<timeCycle>R3/PT10M</timeCycle>",
            "<timeCycle>0 0 8 * * ?</timeCycle>",
            "<timeDate>${caseFacts.reminder(execution)}</timeDate>"
        }) {
            assertThat(refusals(new TimerCheck(), timer(time))).as(time).isEmpty();
            assertThat(warnings(new TimerCheck(), timer(time))).as(time).isEmpty();
        }
    }

    @Test
    void aDateInThePastIsWarnedOf() {
        assertThat(warnings(new TimerCheck(), timer("<timeDate>2020-01-31T08:00:00Z</timeDate>")))
                .containsExactly(
                        "later has the time 2020-01-31T08:00:00Z, which is in the past, so it is due at once; write a later one");
    }

    @Test
    void aDueDateOfATaskIsLookedAtToo() {
        assertThat(refusals(new TimerCheck(), "<process id='p'><userTask id='ask' camunda:dueDate='soon'/></process>"))
                .containsExactly(
                        "ask has the time soon, which cannot be read; write a date such as 2030-01-31T08:00:00Z");
    }

    private static String timer(String time) {
        return "<process id='p'><intermediateCatchEvent id='later'><timerEventDefinition id='t'>" + time
                + "</timerEventDefinition></intermediateCatchEvent></process>";
    }
}
