package org.mailroom.mailbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.mailroom.database.Hiccup;
import org.mailroom.intake.Intake;
import org.mailroom.intake.Quarantine;
import org.mailroom.intake.Received;
import org.mailroom.intake.Understood;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands received mail to the reception, some mails in one transaction: a mail's case and its new state are there together or not
 * at all. Where that fails each is taken in alone, so a mail that fails holds up no other.
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
        while (takeSome()) {
            // the next ones
        }
    }

    /** Takes in some mails; false where none is due. */
    boolean takeSome() {
        List<Received> some = new ArrayList<>();
        try {
            take(waiting::next, some);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            if (some.isEmpty()) {
                throw failed;
            } else if (some.size() == 1) {
                noteFailure(some.get(0), failed);
            } else {
                LOG.info("{} mails are taken in one by one: {}", some.size(), Failure.of(failed));
                some.forEach(this::takeAlone);
            }
        }
        return !some.isEmpty();
    }

    private void takeAlone(Received received) {
        List<Received> alone = new ArrayList<>();
        try {
            take(() -> waiting.find(received.id()), alone);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failed) {
            if (alone.isEmpty()) {
                throw failed;
            }
            noteFailure(received, failed);
        }
    }

    private void take(Supplier<List<Received>> next, List<Received> taken) {
        transaction.executeWithoutResult(status -> {
            taken.addAll(next.get());
            takeInOrder(taken.iterator());
        });
    }

    /** Those that open cases are taken in together, up to one that joins a case, perhaps one that was opened just now. */
    private void takeInOrder(Iterator<Received> mails) {
        Optional<Understood> joining;
        do {
            joining = intake.together(() -> takeUntilOneJoins(mails));
            joining.ifPresent(this::settle);
        } while (joining.isPresent());
    }

    private Optional<Understood> takeUntilOneJoins(Iterator<Received> mails) {
        while (mails.hasNext()) {
            Received received = mails.next();
            if (isAnswerToOneWaiting(received)) {
                waiting.postpone(received.id(), UNTIL_THE_ORIGINAL_IS_IN);
                continue;
            }
            Understood mail = intake.understand(received);
            if (mail.joins()) {
                return Optional.of(mail);
            }
            settle(mail);
        }
        return Optional.empty();
    }

    /** An answer must not overtake the mail that it answers: it would open a case of its own. */
    private boolean isAnswerToOneWaiting(Received received) {
        return waiting.isOneWaiting(Ancestors.of(received.raw()), received.id());
    }

    private void settle(Understood mail) {
        waiting.settle(mail.received(), intake.take(mail));
    }

    private void noteFailure(Received received, Throwable failed) {
        long id = received.id();
        String reason = quarantine.failedStep(failed).orElseGet(() -> Failure.of(failed));
        if (Hiccup.isBehind(failed)) {
            waiting.postpone(id, UNTIL_THE_DATABASE_IS_WELL);
            LOG.warn("Received mail {} waits until the database is well again: {}", id, reason);
        } else if (waiting.fail(id, reason)) {
            putAside(received, failed, reason);
        } else {
            LOG.warn("Received mail {} could not be taken in and is tried again: {}", id, reason);
        }
    }

    /** A mail that failed in a new model is not put aside but taken in by the model's previous version. */
    private void putAside(Received received, Throwable failed, String reason) {
        Optional<String> failedInModel = quarantine.replaceModel(failed);
        if (failedInModel.isPresent()) {
            int again = waiting.takeInAgain(failedInModel.get());
            LOG.warn("{} received mails are taken in again by the previous version of the model", again);
        } else {
            LOG.error("Received mail {} could not be taken in and is put aside: {}", received.id(), reason);
            quarantine.report(received, reason);
        }
    }
}
