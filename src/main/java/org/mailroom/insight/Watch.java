package org.mailroom.insight;

import java.util.Set;
import org.mailroom.cases.Findings;
import org.mailroom.cases.Found;
import org.mailroom.cases.StuckCases;
import org.mailroom.cases.StuckKind;
import org.mailroom.mailbox.StuckMails;
import org.mailroom.mailbox.StuckMails.StuckMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for what is stuck every minute, one node at a time, and has people told of what is new. */
@Component
class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final StuckCases cases;
    private final StuckMails mails;
    private final Findings findings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Watch(StuckCases cases, StuckMails mails, Findings findings, JdbcClient jdbc, TransactionTemplate transaction) {
        this.cases = cases;
        this.mails = mails;
        this.findings = findings;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelayString = "${mailroom.watch.every:1m}", initialDelayString = "${mailroom.watch.every:1m}")
    void lookAndTell() {
        try {
            transaction.executeWithoutResult(status -> {
                if (isAlone()) {
                    settle();
                    findings.tell();
                }
            });
        } catch (RuntimeException failed) {
            LOG.warn(
                    "The watch could not look for what is stuck: {}",
                    failed.getClass().getName());
        }
    }

    /** Looks now, as a page does after a repair; another node that looks at this moment is waited for. */
    void look() {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('mailroom.watch'))").query(row -> {});
            settle();
        });
    }

    private boolean isAlone() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('mailroom.watch'))")
                .query(Boolean.class)
                .single();
    }

    private void settle() {
        cases.look();
        findings.settle(
                Set.of(StuckKind.QUARANTINED_MAIL, StuckKind.MAIL_NOT_TAKEN_IN),
                mails.all().stream().map(Watch::found).toList());
    }

    private static Found found(StuckMail mail) {
        StuckKind kind = mail.quarantined() ? StuckKind.QUARANTINED_MAIL : StuckKind.MAIL_NOT_TAKEN_IN;
        return new Found(kind, Long.toString(mail.id()), mail.inbox(), null, null, mail.reason());
    }
}
