package org.mailroom;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps the pages open for a while after readiness went down, so that a load balancer notices before the port closes. The time
 * counts from the beginning of the stop: workers finish their mail meanwhile.
 */
@Component
class StopDelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StopDelay.class);

    private final ApplicationContext application;
    private final Duration delay;
    private volatile boolean running;
    private volatile long stopBegan = System.nanoTime();

    StopDelay(ApplicationContext application, @Value("${mailroom.stop.delay:5s}") Duration delay) {
        this.application = application;
        this.delay = delay;
    }

    /** Follows the workers, whose phase is the default one, and goes before the pages. */
    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE + 1;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Readiness is down by now. */
    @EventListener
    void beginToStop(ContextClosedEvent closing) {
        if (closing.getApplicationContext() == application) {
            stopBegan = System.nanoTime();
            LOG.info("Mailroom is stopping; its pages stay open for {} s", delay.toSeconds());
        }
    }

    @Override
    public void stop() {
        running = false;
        try {
            TimeUnit.NANOSECONDS.sleep(delay.toNanos() - (System.nanoTime() - stopBegan));
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
