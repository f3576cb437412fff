package org.mailroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.support.StaticApplicationContext;

/** {@code JarTests} stops a real Mailroom. */
class StopDelayTests {

    @Test
    void itEndsAfterTheWorkersAndBeforeThePages() {
        var delay = new StopDelay(new StaticApplicationContext(), Duration.ZERO);

        assertThat(delay.getPhase())
                .isLessThan(SmartLifecycle.DEFAULT_PHASE)
                .isGreaterThan(WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE);
    }

    @Test
    void withoutADelayTheStopGoesOnAtOnce() {
        var delay = new StopDelay(new StaticApplicationContext(), Duration.ZERO);
        delay.start();

        delay.stop();

        assertThat(delay.isRunning()).isFalse();
    }
}
