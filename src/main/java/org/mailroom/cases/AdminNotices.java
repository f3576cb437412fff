package org.mailroom.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.mail.MailboxNotices;
import org.mailroom.cases.mail.Notices;
import org.mailroom.cases.mail.QuarantineNotice;
import org.mailroom.engine.People;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the admins by mail what only they can do something about. */
@Component
public class AdminNotices {

    private final CaseRows rows;
    private final Notices notices;
    private final People people;
    private final QuarantineNotice quarantine;
    private final MailboxNotices mailboxes;

    AdminNotices(CaseRows rows, Notices notices, People people, QuarantineNotice quarantine, MailboxNotices mailboxes) {
        this.rows = rows;
        this.notices = notices;
        this.people = people;
        this.quarantine = quarantine;
        this.mailboxes = mailboxes;
    }

    /**
     * @param number the case that it happened to
     * @param cause what it is about; the same cause is told once
     * @param what what happened, a sentence
     */
    public void tell(CaseNumber number, String cause, String what) {
        notices.tell(rows.get(number), people.inGroup(People.ADMINS), cause, what);
    }

    /**
     * A mail could not be taken in. For each inbox the admins hear of it once an hour.
     *
     * @param reason what went wrong, in words of ours
     */
    @Transactional
    public void quarantined(InboxKey inbox, long receivedMailId, String reason) {
        quarantine.tellAdmins(inbox, receivedMailId, reason);
    }

    /**
     * A mailbox is not picked up any more.
     *
     * @param mailbox as people call it
     * @param since when it was picked up last
     * @param reason a sentence; null where nobody even tried
     */
    @Transactional
    public void mailboxSilent(InboxKey inbox, String mailbox, Instant since, @Nullable String reason) {
        mailboxes.silent(inbox, mailbox, since, reason);
    }

    /** @param at when a mailbox that was silent was picked up again */
    @Transactional
    public void mailboxBack(InboxKey inbox, String mailbox, Instant at) {
        mailboxes.back(inbox, mailbox, at);
    }
}
