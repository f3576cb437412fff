package org.mailroom.outbox.sending;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.mailroom.outbox.sending.Accounts.Busy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The workers of this node: they send at once what was put into the outbox here, and look by the clock for the rest. Each
 * account has workers of its own, so that a server which hangs holds up only its own mail.
 */
@Component
public class SendingShift implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SendingShift.class);
    private static final long LAST_MAIL_SECONDS = 20;

    /** For how long a connection is kept for mail that may come. */
    private static final Duration LONGEST_LULL = Duration.ofSeconds(5);

    private final Sender sender;
    private final Accounts accounts;
    private final Rounds rounds;
    private final Herald herald;
    private final OutboxSettings settings;
    private volatile @Nullable Staff staff;

    SendingShift(Sender sender, Accounts accounts, Rounds rounds, Herald herald, OutboxSettings settings) {
        this.sender = sender;
        this.accounts = accounts;
        this.rounds = rounds;
        this.herald = herald;
        this.settings = settings;
    }

    /** Those who work while the shift runs. */
    private record Staff(
            Bell bell,
            ScheduledExecutorService clock,
            ExecutorService workers,
            Map<Long, Integer> atWork,
            AtomicBoolean telling) {}

    /** Not before the commit: until then nobody else sees what there is to send. */
    public void wakeAfterCommit() {
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
        Staff working = staff;
        if (working != null) {
            working.bell().ring();
        }
    }

    @Override
    public void start() {
        var started = new Staff(
                new Bell(),
                Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "outbox-lease")),
                Executors.newCachedThreadPool(work -> new Thread(work, "outbox")),
                new ConcurrentHashMap<>(),
                new AtomicBoolean());
        long pause = Rounds.RENEWED_EVERY.toMillis();
        started.clock().scheduleWithFixedDelay(() -> safely(sender::renewLeases), pause, pause, TimeUnit.MILLISECONDS);
        started.workers().execute(() -> lookForWork(started));
        staff = started;
    }

    private void lookForWork(Staff working) {
        safely(rounds::forgetTheDead);
        boolean rang = false;
        while (!working.bell().isSilenced()) {
            long heard = working.bell().rings();
            safely(() -> putToWork(working));
            if (!rang) {
                tell(working);
            }
            rang = working.bell().rangSince(heard, settings.poll());
            working.bell().pause(Lull.GATHERING);
        }
    }

    private void putToWork(Staff working) {
        for (Busy busy : accounts.withWork()) {
            if (working.atWork().getOrDefault(busy.account(), 0) < busy.connections()) {
                working.atWork().merge(busy.account(), 1, Integer::sum);
                working.workers().execute(() -> {
                    safely(() -> sender.work(busy.account(), new Lull(working.bell(), LONGEST_LULL)));
                    working.atWork().merge(busy.account(), -1, Integer::sum);
                });
            }
        }
    }

    private void tell(Staff working) {
        if (working.telling().compareAndSet(false, true)) {
            working.workers().execute(() -> {
                safely(herald::tellAll);
                working.telling().set(false);
            });
        }
    }

    /** Whatever goes wrong, such as a database that is away, the next look tries again. */
    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failed) {
            LOG.error("The outbox could not be worked off; the next look tries again", failed);
        }
    }

    @Override
    public void stop() {
        Staff stopping = staff;
        staff = null;
        if (stopping != null) {
            stopping.bell().silence();
            stopping.workers().shutdown();
            awaitLastMail(stopping.workers());
            stopping.clock().shutdownNow();
        }
    }

    private static void awaitLastMail(ExecutorService workers) {
        try {
            if (!workers.awaitTermination(LAST_MAIL_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("A mail was still being handed over when Mailroom stopped; it may be sent again");
                workers.shutdownNow();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return staff != null;
    }

    @Override
    public boolean isAutoStartup() {
        return settings.enabled();
    }
}
