package org.mailroom.cases;

import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.CaseView.State;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.MergedCases;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.loops.Restraint;
import org.mailroom.cases.mail.Rejection;
import org.mailroom.inbox.Inboxes;
import org.mailroom.inbox.WhenClosed;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closed cases of inboxes that take no more mail for them. */
@Component
public class ClosedCases {

    private final MergedCases merged;
    private final Inboxes inboxes;
    private final Timeline timeline;
    private final Restraint restraint;
    private final Rejection rejection;

    ClosedCases(MergedCases merged, Inboxes inboxes, Timeline timeline, Restraint restraint, Rejection rejection) {
        this.merged = merged;
        this.inboxes = inboxes;
        this.timeline = timeline;
        this.restraint = restraint;
        this.rejection = rejection;
    }

    /**
     * Turns the mail away where its case is closed and the inbox wants that: the sender is told, and the case's timeline
     * says so. Whom nobody may tell is not turned away, as he would wait for an answer for ever.
     *
     * @return whether it was turned away; where not, nothing was done
     */
    @Transactional
    public boolean turnAway(FollowUp mail) {
        CaseRow row = merged.holdWhole(mail.caseNumber());
        boolean turnedAway = row.state() == State.CLOSED
                && mail.answerable()
                && inboxes.get(row.inbox()).whenClosed() == WhenClosed.REJECT
                && restraint.objection(row.askedBy(mail.message().requester())).isEmpty();
        if (turnedAway) {
            rejection.send(row, mail.message(), mail.receivedMailId());
            timeline.add(
                    row.number(),
                    CaseEvent.of(Kind.MAIL_TURNED_AWAY, null)
                            .from(mail.message().requester().label()));
        }
        return turnedAway;
    }
}
