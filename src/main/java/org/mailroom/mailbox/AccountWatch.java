package org.mailroom.mailbox;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches one account for as long as this node has its lease: picks up, waits for news, picks up. Whatever goes wrong ends
 * the connection and never the watch.
 */
class AccountWatch implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(AccountWatch.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);
    private static final int LONGEST_PAUSE = 15;

    private final long id;
    private final Duration every;
    private final Connections connections;
    private final Leases leases;
    private final MailboxAccounts accounts;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable AccountPickup connection;
    private int failures;

    AccountWatch(long id, Duration every, Connections connections, Leases leases, MailboxAccounts accounts) {
        this.id = id;
        this.every = every;
        this.connections = connections;
        this.leases = leases;
        this.accounts = accounts;
    }

    @Override
    public void run() {
        try {
            do {
                step();
            } while (!stopped.await(pause().toMillis(), TimeUnit.MILLISECONDS));
            leases.release(id);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** Called from another thread. */
    void stop() {
        stopped.countDown();
        AccountPickup open = connection;
        if (open != null) {
            open.endWaiting();
        }
    }

    private void step() {
        try {
            if (leases.take(id)) {
                pickUp();
            } else {
                close();
            }
        } catch (MessagingException | RuntimeException failed) {
            close();
            noteFailure(failed);
        }
    }

    private void pickUp() throws MessagingException {
        AccountPickup open = opened();
        do {
            open.pickUp(this::mayGoOn);
            failures = 0;
            accounts.notePickup(id);
        } while (mayGoOn() && open.awaitNews(LONGEST_WAIT));
    }

    private boolean mayGoOn() {
        return stopped.getCount() > 0 && leases.take(id);
    }

    private AccountPickup opened() {
        AccountPickup open = connection;
        if (open == null) {
            open = connections.to(id);
            connection = open;
        }
        return open;
    }

    private void close() {
        AccountPickup open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }

    private void noteFailure(Exception failed) {
        String reason = Failure.of(failed);
        if (failures++ == 0) {
            LOG.error("Mailbox account {} cannot be picked up and is tried again: {}", id, reason);
        }
        try {
            accounts.noteError(id, reason);
        } catch (RuntimeException alsoFailed) {
            LOG.warn("The failure could not be noted down: {}", Failure.of(alsoFailed));
        }
    }

    /** The longer an account fails, the more seldom it is tried. */
    private Duration pause() {
        return every.multipliedBy(Math.max(1, Math.min(failures, LONGEST_PAUSE)));
    }
}
