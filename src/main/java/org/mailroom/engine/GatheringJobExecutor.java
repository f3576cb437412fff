package org.mailroom.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.jobexecutor.NotifyAcquisitionRejectedJobsHandler;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.spring.boot.starter.property.JobExecutionProperty;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.task.TaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Looks for jobs once for all that were added within a moment. The engine's own executor looks for each at once, and in a
 * backlog every mail adds one: it looked nearly three times a mail, which was the most costly question to the database. It obeys
 * all of {@code camunda.bpm.job-execution}, as the engine's own does.
 */
@Component
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class GatheringJobExecutor extends SpringJobExecutor {

    /** Nobody notices that the confirmation of his mail left so much later. */
    private static final long MOMENT_MILLIS = 100;

    private final Executor afterAMoment;
    private final AtomicBoolean gathers = new AtomicBoolean();

    @Autowired
    GatheringJobExecutor(@Qualifier("camundaTaskExecutor") TaskExecutor workers, CamundaBpmProperties properties) {
        this(CompletableFuture.delayedExecutor(MOMENT_MILLIS, TimeUnit.MILLISECONDS));
        JobExecutionProperty settings = properties.getJobExecution();
        setTaskExecutor(workers);
        setRejectedJobsHandler(new NotifyAcquisitionRejectedJobsHandler());
        given(settings.getMaxJobsPerAcquisition(), this::setMaxJobsPerAcquisition);
        given(settings.getLockTimeInMillis(), this::setLockTimeInMillis);
        given(settings.getWaitTimeInMillis(), this::setWaitTimeInMillis);
        given(settings.getWaitIncreaseFactor(), this::setWaitIncreaseFactor);
        given(settings.getMaxWait(), this::setMaxWait);
        given(settings.getBackoffTimeInMillis(), this::setBackoffTimeInMillis);
        given(settings.getMaxBackoff(), this::setMaxBackoff);
        given(settings.getBackoffDecreaseThreshold(), this::setBackoffDecreaseThreshold);
    }

    private static <T> void given(@Nullable T setting, Consumer<T> setter) {
        if (setting != null) {
            setter.accept(setting);
        }
    }

    /** @param afterAMoment runs what it is given when the moment is over */
    GatheringJobExecutor(Executor afterAMoment) {
        this.afterAMoment = afterAMoment;
    }

    @Override
    public void jobWasAdded() {
        if (gathers.compareAndSet(false, true)) {
            afterAMoment.execute(() -> {
                gathers.set(false);
                super.jobWasAdded();
            });
        }
    }

    /**
     * Looks for no more jobs from the beginning of a stop, before anything else hears of it. Otherwise this node would go on to
     * lock jobs that its workers no longer take, and the other nodes would wait for them. The workers finish the jobs that they
     * have, and the database connections close after that.
     */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void stopFirst(ContextClosedEvent closing) {
        shutdown();
    }
}
