package org.mailroom.outbox.sending;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.outbox.sending.Round.Noted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notes what came of a mail, whatever happens to the database meanwhile: what a mail server took must not be sent again. While
 * the database is away it is asked again and again; where it forgot the last moments before a crash of its own, it is told
 * once more.
 */
@Component
class Notebook {

    private static final Logger LOG = LoggerFactory.getLogger(Notebook.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final Results results;
    private final Rounds rounds;
    private final DueMails due;

    Notebook(Results results, Rounds rounds, DueMails due) {
        this.results = results;
        this.rounds = rounds;
        this.due = due;
    }

    void note(Round round, Noted noted) {
        round.notes(noted);
        persistently(() -> results.note(round.id(), noted.mail(), noted.delivery(), noted.next()));
        round.isNoted(noted.mail());
    }

    /** @param inHand the mail that the round is at now; null for none */
    void noteOnceMore(Round round, @Nullable Long inHand) {
        LOG.warn("The database forgot its last moments; what was sent in them is noted once more");
        persistently(() -> {
            rounds.inHand(round.id(), inHand);
            round.unsure().forEach(noted -> results.note(round.id(), noted.mail(), noted.delivery(), inHand));
        });
    }

    void giveBack(Round round) {
        List<Long> untouched = List.copyOf(round.held());
        persistently(() -> due.giveBack(round.id(), untouched));
        round.givesBack();
    }

    /** Waits for the disk, so afterwards all of it is kept. */
    void end(Round round) {
        persistently(() -> {
            if (!rounds.isKnown(round.id())) {
                noteOnceMore(round, null);
            }
            rounds.end(round.id());
        });
    }

    private static void persistently(Runnable work) {
        while (true) {
            try {
                work.run();
                return;
            } catch (RuntimeException failed) {
                LOG.warn("What came of a mail cannot be noted yet; it is tried again: {}", failed.toString());
                pause(failed);
            }
        }
    }

    private static void pause(RuntimeException failed) {
        try {
            Thread.sleep(BETWEEN_TRIES.toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw failed;
        }
    }
}
