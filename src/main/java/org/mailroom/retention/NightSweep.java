package org.mailroom.retention;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.mailroom.cases.OldCases;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.mailbox.OldMails;
import org.mailroom.outbox.OldOutgoingMails;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what is old, some of each kind at a time and each in a transaction of its own, at night, on one node at a time.
 * Whatever goes wrong, the next look tries again.
 */
@Component
class NightSweep {

    private static final Logger LOG = LoggerFactory.getLogger(NightSweep.class);

    private final RetentionSettings settings;
    private final OldCases cases;
    private final OldMails mails;
    private final OldOutgoingMails outgoing;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final MeterRegistry meters;

    NightSweep(
            RetentionSettings settings,
            OldCases cases,
            OldMails mails,
            OldOutgoingMails outgoing,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Clock clock,
            MeterRegistry meters) {
        this.settings = settings;
        this.cases = cases;
        this.mails = mails;
        this.outgoing = outgoing;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
    }

    @Scheduled(fixedDelayString = "${mailroom.retention.every:10s}")
    void atNight() {
        Instant now = clock.instant();
        if (settings.isNight(LocalTime.ofInstant(now, ZoneOffset.UTC))) {
            sweep(settings, now);
        }
    }

    /** One batch of each kind. */
    void sweep(RetentionSettings kept, Instant now) {
        sweeps(kept).forEach(sweep -> {
            Integer deleted = transaction.execute(status -> isAlone() ? sweep.some(now, kept.batch()) : 0);
            if (deleted != null && deleted > 0) {
                meters.counter("mailroom.retention.deleted", "what", sweep.what())
                        .increment(deleted);
                LOG.info("{} old {} were deleted", deleted, sweep.what());
            }
        });
    }

    private List<Sweep> sweeps(RetentionSettings kept) {
        return List.of(
                new Sweep("closed cases", kept.closedCases(), this::deleteCases),
                new Sweep("raw mails", kept.rawMails(), mails::deleteRaw),
                new Sweep("lines of the log", kept.log(), mails::forget),
                new Sweep("sent mails", kept.sentMails(), outgoing::deleteRaw),
                new Sweep("notices", kept.notices(), outgoing::deleteNotices));
    }

    /** Another node that sweeps at this moment is enough. */
    private boolean isAlone() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('mailroom.retention'))")
                .query(Boolean.class)
                .single();
    }

    private int deleteCases(Instant before, int most) {
        List<CaseNumber> old = cases.closed(before, most);
        if (!old.isEmpty()) {
            outgoing.deleteThoseOf(old);
            cases.delete(old);
            mails.forgetThoseOf(old);
        }
        return old.size();
    }
}
