package org.mailroom.mailbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.mailroom.database.Hiccup;
import org.mailroom.intake.Intake;
import org.mailroom.intake.Quarantine;
import org.mailroom.intake.Received;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands received mail to the reception, each mail in a transaction of its own: its case and its new state are there
 * together or not at all. A mail that fails holds up no other.
 */
@Component
class IntakeWorker {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeWorker.class);
    private static final Duration UNTIL_THE_ORIGINAL_IS_IN = Duration.ofSeconds(1);

    private static final Duration UNTIL_THE_DATABASE_IS_WELL = Duration.ofSeconds(5);

    private final WaitingMails waiting;
    private final Intake intake;
    private final Quarantine quarantine;
    private final TransactionTemplate transaction;

    IntakeWorker(WaitingMails waiting, Intake intake, Quarantine quarantine, TransactionTemplate transaction) {
        this.waiting = waiting;
        this.intake = intake;
        this.quarantine = quarantine;
        this.transaction = transaction;
    }

    /** Takes in all that is due. */
    void workOff() {
        while (takeOne()) {
            // the next one
        }
    }

    /** Takes in one mail; false where none is due. */
    boolean takeOne() {
        AtomicReference<@Nullable Received> taken = new AtomicReference<>();
        try {
            transaction.executeWithoutResult(status -> takeNext(taken));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            if (taken.get() == null) {
                throw failed;
            }
            noteFailure(taken.get(), failed);
        }
        return taken.get() != null;
    }

    private void takeNext(AtomicReference<@Nullable Received> taken) {
        Optional<Received> next = waiting.next();
        next.ifPresent(received -> {
            taken.set(received);
            take(received);
        });
    }

    /** An answer must not overtake the mail that it answers: it would open a case of its own. */
    private void take(Received received) {
        if (waiting.isOneWaiting(Ancestors.of(received.raw()), received.id())) {
            waiting.postpone(received.id(), UNTIL_THE_ORIGINAL_IS_IN);
        } else {
            waiting.settle(received, intake.take(received));
        }
    }

    private void noteFailure(Received received, Throwable failed) {
        long id = received.id();
        String reason = Failure.of(failed);
        if (Hiccup.isBehind(failed)) {
            waiting.postpone(id, UNTIL_THE_DATABASE_IS_WELL);
            LOG.warn("Received mail {} waits until the database is well again: {}", id, reason);
        } else if (waiting.fail(id, reason)) {
            LOG.error("Received mail {} could not be taken in and is put aside: {}", id, reason);
            quarantine.report(received, reason);
        } else {
            LOG.warn("Received mail {} could not be taken in and is tried again: {}", id, reason);
        }
    }
}
