package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;

import org.junit.jupiter.api.Test;

class CalledProcessCheckTests {

    @Test
    void aProcessThatIsNotThereIsRefused() {
        assertThat(
                        refusals(
                                new CalledProcessCheck(),
                                """
                        <process id='p'>
                          <callActivity id='good' calledElement='other'/>
                          <callActivity id='asked' calledElement='${which}'/>
                          <callActivity id='bad' calledElement='othr'/>
                          <callActivity id='none'/>
                        </process>
                        """))
                .containsExactlyInAnyOrder(
                        "bad calls the process othr, which does not exist; did you mean other?",
                        "none calls no process; enter the id of one");
    }
}
