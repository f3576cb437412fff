package org.mailroom.mailbox;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;

/**
 * Sees to it that each account has its watch, also those that are added while Mailroom runs, and gives this node's sign of
 * life for those that it has.
 */
@Component
class Pickups implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Pickups.class);
    private static final int SECONDS_TO_FINISH = 10;
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    private final MailboxAccounts accounts;
    private final Connections connections;
    private final Leases leases;
    private final PickupNotes notes;
    private final PickupSettings settings;
    private final Map<Long, AccountWatch> watches = new ConcurrentHashMap<>();
    private volatile @Nullable ExecutorService threads;

    Pickups(
            MailboxAccounts accounts,
            Connections connections,
            Leases leases,
            PickupNotes notes,
            PickupSettings settings) {
        this.accounts = accounts;
        this.connections = connections;
        this.leases = leases;
        this.notes = notes;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (settings.enabled()) {
            CustomizableThreadFactory names = new CustomizableThreadFactory("pickup-");
            names.setDaemon(true);
            ExecutorService started = Executors.newCachedThreadPool(names);
            threads = started;
            started.execute(() -> lookForAccounts(started));
        }
    }

    @Override
    public void stop() {
        ExecutorService started = threads;
        threads = null;
        if (started == null) {
            return;
        }
        started.shutdown();
        try {
            boolean finished = false;
            for (int second = 0; second < SECONDS_TO_FINISH && !finished; second++) {
                watches.values().forEach(AccountWatch::stop); // again, for one that was about to wait
                finished = started.awaitTermination(1, TimeUnit.SECONDS);
            }
            if (!finished) {
                LOG.warn("A mail server does not answer; its connection is given up");
                started.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return threads != null;
    }

    private void lookForAccounts(ExecutorService started) {
        Duration pause = settings.every().compareTo(SIGN_OF_LIFE) < 0 ? settings.every() : SIGN_OF_LIFE;
        try {
            while (isRunning()) {
                look(started);
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(ExecutorService started) {
        try {
            Map<Long, Integer> versions = leases.prolong();
            watches.forEach((id, watch) -> {
                if (versions.containsKey(id)) {
                    watch.heed(versions.get(id));
                }
            });
            Set<Long> present = accounts.all().stream().map(Mailbox::id).collect(Collectors.toSet());
            present.forEach(id -> watches.computeIfAbsent(id, unused -> watch(id, started)));
            watches.forEach((id, watch) -> {
                if (!present.contains(id)) {
                    watch.stop();
                }
            });
        } catch (RuntimeException failed) {
            LOG.error("The mailbox accounts cannot be read at the moment: {}", Failure.of(failed));
        }
    }

    private AccountWatch watch(long id, ExecutorService started) {
        AccountWatch watch = new AccountWatch(id, settings.every(), accounts, connections, leases, notes);
        started.execute(() -> {
            try {
                watch.run();
            } finally {
                watches.remove(id); // whatever ended it, even a lack of memory, the next look starts it anew
            }
        });
        return watch;
    }
}
