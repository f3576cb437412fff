package org.mailroom.outbox.sending;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.mailroom.outbox.smtp.Delivery;

/** What one round of sending holds and knows. */
final class Round {

    /** Whoever is later than this does not begin a mail any more: its lease may be over before it is noted. */
    private static final long SAFE_NANOS =
            Rounds.LEASE.minus(Rounds.RENEWED_EVERY.dividedBy(2)).toNanos();

    private final long id;
    private final Set<Long> held = ConcurrentHashMap.newKeySet();
    private final List<Noted> unsure = new ArrayList<>();
    private volatile long renewedAt = System.nanoTime();

    Round(long id) {
        this.id = id;
    }

    /** What came of a mail, as long as the database may still forget it. */
    record Noted(DueMail mail, Delivery delivery, @Nullable Long next) {}

    long id() {
        return id;
    }

    void holds(List<DueMail> mails) {
        mails.forEach(mail -> held.add(mail.id()));
    }

    /** Those that are neither noted nor given back. */
    Collection<Long> held() {
        return Set.copyOf(held);
    }

    void notes(Noted noted) {
        unsure.add(noted);
    }

    void isNoted(DueMail mail) {
        held.remove(mail.id());
    }

    void givesBack() {
        held.clear();
    }

    List<Noted> unsure() {
        return List.copyOf(unsure);
    }

    void isSure() {
        unsure.clear();
    }

    /** @param asked when, by {@link System#nanoTime()} */
    void renewed(long asked) {
        renewedAt = asked;
    }

    boolean isSafe() {
        return System.nanoTime() - renewedAt < SAFE_NANOS;
    }
}
