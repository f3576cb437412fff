package org.mailroom.cases;

import org.mailroom.cases.ledger.CaseRows;
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

    AdminNotices(CaseRows rows, Notices notices, People people, QuarantineNotice quarantine) {
        this.rows = rows;
        this.notices = notices;
        this.people = people;
        this.quarantine = quarantine;
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
}
