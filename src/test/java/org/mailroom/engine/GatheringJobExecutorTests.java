package org.mailroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.core.task.SyncTaskExecutor;

class GatheringJobExecutorTests {

    private final Queue<Runnable> later = new ArrayDeque<>();
    private final Looks looks = new Looks();

    @Test
    void jobsThatAreAddedWithinAMomentAreLookedForOnce() {
        looks.jobWasAdded();
        looks.jobWasAdded();
        looks.jobWasAdded();

        assertThat(later).hasSize(1);
        later.remove().run();
        assertThat(looks.count).isEqualTo(1);
    }

    @Test
    void aJobThatIsAddedAfterALookIsLookedForAgain() {
        looks.jobWasAdded();
        later.remove().run();

        looks.jobWasAdded();
        later.remove().run();

        assertThat(looks.count).isEqualTo(2);
    }

    @Test
    void noJobIsLookedForOnceTheApplicationBeganToStop() {
        looks.jobWasAdded();
        looks.stopFirst(new ContextClosedEvent(new StaticApplicationContext()));

        looks.jobWasAdded();
        later.forEach(Runnable::run);

        assertThat(looks.count).isZero();
        assertThat(looks.isActive()).isFalse();
    }

    @Test
    void itObeysTheSettingsThatAreGivenAndKeepsTheEnginesOwnOtherwise() {
        var properties = new CamundaBpmProperties();
        properties.getJobExecution().setBackoffTimeInMillis(7);
        properties.getJobExecution().setWaitIncreaseFactor(3f);

        var executor = new GatheringJobExecutor(new SyncTaskExecutor(), properties);

        assertThat(executor.getBackoffTimeInMillis()).isEqualTo(7);
        assertThat(executor.getWaitIncreaseFactor()).isEqualTo(3f);
        assertThat(executor.getMaxWait()).isEqualTo(new SpringJobExecutor().getMaxWait());
    }

    /** Of Mailroom's own executor, whose moments are over when the test says so. */
    private class Looks extends GatheringJobExecutor {

        private int count;

        Looks() {
            super(later::add);
            isActive = true;
            acquireJobsRunnable = new SequentialJobAcquisitionRunnable(this) {
                @Override
                public void jobWasAdded() {
                    count++;
                }
            };
        }

        /** It has no thread that would have to end. */
        @Override
        protected void stopExecutingJobs() {
            assertThat(isActive()).isTrue();
        }
    }
}
