package org.mailroom.cases.process.tasks;

import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.process.CaseFacts;
import org.mailroom.cases.process.CaseModel;
import org.mailroom.cases.process.Variables;
import org.mailroom.engine.ReadsVariables;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.springframework.stereotype.Component;

/**
 * Puts a new case into the inbox that the routing named, or leaves it where it came in where there is no such inbox: its owner
 * and its due date are that inbox's.
 */
@Component
@ReadsVariables(CaseModel.INBOX)
class PlaceInInbox implements JavaDelegate {

    private final CaseRows rows;
    private final Inboxes inboxes;
    private final Timeline timeline;
    private final Clock clock;

    PlaceInInbox(CaseRows rows, Inboxes inboxes, Timeline timeline, Clock clock) {
        this.rows = rows;
        this.inboxes = inboxes;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseNumber number = CaseFacts.numberOf(execution);
        Inbox inbox = named(number, Variables.text(execution, CaseModel.INBOX));
        CaseRow before = rows.change(
                number, row -> row.placedIn(inbox.key(), clock.instant().plus(inbox.target()))
                        .ownedBy(inbox.defaultOwner()));
        if (!before.inbox().equals(inbox.key())) {
            String from = inboxes.get(before.inbox()).name();
            timeline.add(
                    before.number(), CaseEvent.of(Kind.ROUTED, null).from(from).to(inbox.name()));
        }
        if (inbox.defaultOwner() != null) {
            timeline.add(before.number(), CaseEvent.of(Kind.ASSIGNED, null).to(inbox.defaultOwner()));
        }
    }

    /** A table that names no inbox must not keep mail from coming in: its case is worked where it came in, and says so. */
    private Inbox named(CaseNumber number, String key) {
        Optional<Inbox> inbox = InboxKey.isKey(key) ? inboxes.find(new InboxKey(key)) : Optional.empty();
        return inbox.orElseGet(() -> {
            timeline.add(number, CaseEvent.of(Kind.MISROUTED, null).to(key));
            return inboxes.get(rows.get(number).inbox());
        });
    }
}
