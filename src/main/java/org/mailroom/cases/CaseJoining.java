package org.mailroom.cases;

import java.time.Clock;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.CaseView.State;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.KnownMessages;
import org.mailroom.cases.ledger.MergedCases;
import org.mailroom.cases.ledger.Messages;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.process.CaseProcess;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.Inboxes;
import org.mailroom.inbox.WhenClosed;
import org.springframework.stereotype.Component;

/** Adds mail to the cases that it belongs to. */
@Component
class CaseJoining {

    private final MergedCases merged;
    private final Messages messages;
    private final KnownMessages knownMessages;
    private final Timeline timeline;
    private final Inboxes inboxes;
    private final CaseProcess process;
    private final CaseOpening opening;
    private final Clock clock;

    CaseJoining(
            MergedCases merged,
            Messages messages,
            KnownMessages knownMessages,
            Timeline timeline,
            Inboxes inboxes,
            CaseProcess process,
            CaseOpening opening,
            Clock clock) {
        this.merged = merged;
        this.messages = messages;
        this.knownMessages = knownMessages;
        this.timeline = timeline;
        this.inboxes = inboxes;
        this.process = process;
        this.opening = opening;
        this.clock = clock;
    }

    /** As {@link Cases#join}. */
    CaseNumber join(FollowUp followUp) {
        CaseRow known = merged.holdWhole(followUp.caseNumber());
        boolean running = process.runs(known.instance());
        if (!followUp.automatic() && (!running || isOver(known))) {
            CaseNumber next = opening.open(followUp.asNewCase(known.inbox()), known.number());
            timeline.add(known.number(), CaseEvent.of(Kind.CONTINUED_IN, null).to(next));
            return next;
        }
        file(known.number(), followUp);
        if (running && !followUp.automatic()) {
            process.customerReplied(known.instance());
        }
        return known.number();
    }

    private boolean isOver(CaseRow row) {
        return row.state() == State.CLOSED && inboxes.get(row.inbox()).whenClosed() != WhenClosed.REOPEN;
    }

    private void file(CaseNumber number, FollowUp followUp) {
        if (followUp.automatic()) {
            file(number, followUp, Messages.Kind.AUTOMATIC, Kind.AUTOMATIC_MAIL_FILED);
        } else if (knownMessages.hasPart(number, followUp.message().from())) {
            file(number, followUp, Messages.Kind.CUSTOMER, Kind.CUSTOMER_REPLIED);
        } else {
            file(number, followUp, Messages.Kind.THIRD_PARTY, Kind.STRANGER_REPLIED);
        }
    }

    private void file(CaseNumber number, FollowUp followUp, Messages.Kind message, Kind event) {
        messages.addReceived(number, message, followUp.message(), followUp.receivedMailId(), clock.instant());
        timeline.add(
                number, CaseEvent.of(event, null).from(followUp.message().from().label()));
    }
}
