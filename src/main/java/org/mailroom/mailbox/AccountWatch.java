package org.mailroom.mailbox;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Watches one account for as long as this node has its lease: picks up, waits for news, picks up. Whatever goes wrong ends
 * the connection and never the watch.
 */
class AccountWatch implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(AccountWatch.class);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

    private final long id;
    private final Duration every;
    private final MailboxAccounts accounts;
    private final Connections connections;
    private final Leases leases;
    private final PickupNotes notes;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean stopped;
    private volatile @Nullable AccountPickup connection;
    private volatile int version;

    AccountWatch(
            long id,
            Duration every,
            MailboxAccounts accounts,
            Connections connections,
            Leases leases,
            PickupNotes notes) {
        this.id = id;
        this.every = every;
        this.accounts = accounts;
        this.connections = connections;
        this.leases = leases;
        this.notes = notes;
    }

    @Override
    public void run() {
        try {
            while (!stopped) {
                Duration rest = step();
                if (woken.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS)) {
                    woken.drainPermits();
                }
            }
            leases.release(id);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            close();
        }
    }

    /** Called from another thread. */
    void stop() {
        stopped = true;
        wake();
    }

    /** Lets it look at once, as something about the account has changed; called from another thread. */
    void wake() {
        woken.release();
        AccountPickup open = connection;
        if (open != null) {
            open.endWaiting();
        }
    }

    /** What the set-up of the account is by now; an older one is not waited with. Called from another thread. */
    void heed(int current) {
        if (connection != null && version != current) {
            wake();
        }
    }

    /** How long to rest then. */
    private Duration step() {
        try {
            Optional<Integer> lease = leases.take(id);
            if (lease.isEmpty()) {
                leave();
            } else if (lease.get() != version) {
                close();
            }
            return lease.isPresent() ? pickUp(lease.get()) : every;
        } catch (DataAccessException | TransactionException away) {
            LOG.error("Mailbox account {} waits for the database: {}", id, Failure.of(away));
            close();
            return every;
        } catch (MessagingException | RuntimeException failed) {
            close();
            noteFailure(failed);
            return every;
        }
    }

    private Duration pickUp(int currentVersion) throws MessagingException {
        AccountPickup open = opened(currentVersion);
        do {
            open.pickUp(this::mayGoOn);
            notes.good(id);
        } while (!stopped && open.awaitNews(LONGEST_WAIT) && mayGoOn());
        return open.rest();
    }

    private boolean mayGoOn() {
        return !stopped && leases.take(id).filter(current -> current == version).isPresent();
    }

    private AccountPickup opened(int currentVersion) {
        AccountPickup open = connection;
        if (open == null) {
            open = connections.to(accounts.find(id).orElseThrow());
            version = currentVersion;
            connection = open;
        }
        return open;
    }

    private void leave() {
        if (connection != null) {
            close();
            leases.release(id);
        }
    }

    private void close() {
        AccountPickup open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }

    private void noteFailure(Exception failed) {
        try {
            note(failed);
            leases.release(id); // another node may fare better when it is tried the next time
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("That mailbox account {} failed could not be noted: {}", id, Failure.of(away));
        }
    }

    private void note(Exception failed) {
        accounts.find(id).ifPresent(account -> {
            notes.failed(account, connections.trouble(account, failed));
            if (account.failures() == 0) {
                LOG.error("Mailbox account {} cannot be picked up and is tried again: {}", id, Failure.of(failed));
            }
        });
    }
}
