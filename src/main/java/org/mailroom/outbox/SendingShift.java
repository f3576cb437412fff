package org.mailroom.outbox;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The workers of this node: they send at once what was put into the outbox here, and look by the clock for the rest. */
@Component
class SendingShift implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SendingShift.class);
    private static final long LAST_MAIL_SECONDS = 20;

    private final Sender sender;
    private final OutboxSettings settings;
    private final AtomicBoolean woken = new AtomicBoolean();
    private volatile @Nullable ScheduledExecutorService workers;

    SendingShift(Sender sender, OutboxSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    /** Not before the commit: until then nobody else sees what there is to send. */
    void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    private void wake() {
        ScheduledExecutorService running = workers;
        if (running != null && !running.isShutdown() && woken.compareAndSet(false, true)) {
            running.execute(() -> {
                woken.set(false);
                work();
            });
        }
    }

    @Override
    public void start() {
        ScheduledExecutorService started =
                Executors.newScheduledThreadPool(settings.workers(), work -> new Thread(work, "outbox"));
        long pause = settings.poll().toMillis();
        for (int worker = 0; worker < settings.workers(); worker++) {
            started.scheduleWithFixedDelay(this::work, pause, pause, TimeUnit.MILLISECONDS);
        }
        workers = started;
    }

    /** Whatever goes wrong, such as a database that is away, the next look by the clock tries again. */
    private void work() {
        try {
            sender.workOff();
        } catch (RuntimeException failed) {
            LOG.error("The outbox could not be worked off; the next look tries again", failed);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService stopping = workers;
        workers = null;
        if (stopping != null) {
            stopping.shutdown();
            awaitLastMail(stopping);
        }
    }

    private static void awaitLastMail(ScheduledExecutorService stopping) {
        try {
            if (!stopping.awaitTermination(LAST_MAIL_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A mail was still being handed over when Mailroom stopped; it may be sent again");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return workers != null;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }
}
