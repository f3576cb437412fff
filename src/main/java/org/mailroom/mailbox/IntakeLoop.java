package org.mailroom.mailbox;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/** Lets workers take in mail: at once when this node has kept one, and now and then for what other nodes have left. */
@Component
class IntakeLoop implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeLoop.class);
    private static final int SECONDS_TO_FINISH = 20;

    private final IntakeWorker worker;
    private final IntakeSettings settings;
    private final Semaphore work = new Semaphore(0);
    private volatile @Nullable ExecutorService threads;

    IntakeLoop(IntakeWorker worker, IntakeSettings settings) {
        this.worker = worker;
        this.settings = settings;
    }

    /** One wake for each thread is enough: a thread that is awake takes in all there is. */
    void wake() {
        if (work.availablePermits() < settings.threads()) {
            work.release();
        }
    }

    @Override
    public void start() {
        if (!settings.enabled()) {
            return;
        }
        ExecutorService started =
                Executors.newFixedThreadPool(settings.threads(), new CustomizableThreadFactory("intake-"));
        threads = started;
        for (int thread = 0; thread < settings.threads(); thread++) {
            started.execute(this::run);
        }
    }

    @Override
    public void stop() {
        ExecutorService started = threads;
        threads = null;
        if (started == null) {
            return;
        }
        work.release(settings.threads());
        started.shutdown();
        try {
            if (!started.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                LOG.warn("A mail is still being taken in; it is left to its transaction");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    private void run() {
        try {
            while (isRunning()) {
                workOff();
                boolean woken = work.tryAcquire(settings.every().toMillis(), TimeUnit.MILLISECONDS);
                LOG.trace("Looking for mail, woken {}", woken);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** The loop outlives whatever happens, such as a database that is away for a while. */
    private void workOff() {
        try {
            while (isRunning() && worker.takeSome()) {
                LOG.trace("Some mails were taken in");
            }
        } catch (RuntimeException failed) {
            LOG.error("No mail can be taken in at the moment", failed);
        }
    }
}
