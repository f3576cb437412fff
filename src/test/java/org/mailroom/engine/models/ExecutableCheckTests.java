package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.models.CheckedModel.refusals;

import org.junit.jupiter.api.Test;

class ExecutableCheckTests {

    @Test
    void aProcessThatWouldNeverRunIsRefused() {
        assertThat(refusals(new ExecutableCheck(), "<process id='p'/>"))
                .containsExactly(
                        "process p is not executable, so it would never run; tick Executable in the properties panel");
        assertThat(refusals(new ExecutableCheck(), "")).containsExactly("there is no process in it");
    }

    @Test
    void aPoolThatIsOnlyDrawnIsTaken() {
        assertThat(refusals(new ExecutableCheck(), "<process id='p'/><process id='q' isExecutable='true'/>"))
                .isEmpty();
    }
}
