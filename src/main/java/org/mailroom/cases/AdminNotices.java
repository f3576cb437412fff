package org.mailroom.cases;

import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.mail.Notices;
import org.mailroom.engine.People;
import org.mailroom.inbox.CaseNumber;
import org.springframework.stereotype.Component;

/** Tells the admins by mail what only they can do something about. */
@Component
public class AdminNotices {

    private final CaseRows rows;
    private final Notices notices;
    private final People people;

    AdminNotices(CaseRows rows, Notices notices, People people) {
        this.rows = rows;
        this.notices = notices;
        this.people = people;
    }

    /**
     * @param number the case that it happened to
     * @param cause what it is about; the same cause is told once
     * @param what what happened, a sentence
     */
    public void tell(CaseNumber number, String cause, String what) {
        notices.tell(rows.get(number), people.inGroup(People.ADMINS), cause, what);
    }
}
