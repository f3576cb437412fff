package org.mailroom.cases;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.CaseView.State;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Messages;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.process.CaseProcess;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.Inboxes;
import org.mailroom.message.Message;
import org.springframework.stereotype.Component;

/** Opens cases: writes them down, and starts their processes. */
@Component
class CaseOpening {

    private static final int NORMAL_PRIORITY = 50;

    private final CaseRows rows;
    private final Messages messages;
    private final Timeline timeline;
    private final Inboxes inboxes;
    private final People people;
    private final CaseProcess process;
    private final Clock clock;

    CaseOpening(
            CaseRows rows,
            Messages messages,
            Timeline timeline,
            Inboxes inboxes,
            People people,
            CaseProcess process,
            Clock clock) {
        this.rows = rows;
        this.messages = messages;
        this.timeline = timeline;
        this.inboxes = inboxes;
        this.people = people;
        this.process = process;
        this.clock = clock;
    }

    /** @param continues the closed case that it goes on from; null for one of its own */
    CaseNumber open(NewCase opened, @Nullable CaseNumber continues) {
        CaseNumber number = inboxes.nextCaseNumber(opened.inbox());
        rows.add(row(number, opened), continues);
        messages.addReceived(
                number,
                opened.answerable() ? Messages.Kind.CUSTOMER : Messages.Kind.AUTOMATIC,
                opened.message(),
                opened.receivedMailId(),
                clock.instant());
        timeline.add(
                number,
                CaseEvent.of(Kind.OPENED, null).to(inboxes.get(opened.inbox()).name()));
        if (continues != null) {
            timeline.add(number, CaseEvent.of(Kind.CONTINUES, null).from(continues));
        }
        if (!opened.note().isBlank()) {
            String author =
                    people.withEmail(opened.message().from()).map(Person::id).orElse(null);
            timeline.add(number, CaseEvent.of(Kind.NOTED, author).because(opened.note()));
        }
        if (opened.passedOnFrom() != null) {
            timeline.add(number, CaseEvent.of(Kind.PASSED_ON_FROM, null).from(opened.passedOnFrom()));
            timeline.add(
                    opened.passedOnFrom(), CaseEvent.of(Kind.PASSED_ON_TO, null).to(number));
        }
        if (opened.related() != null) {
            timeline.add(number, CaseEvent.of(Kind.MAY_BELONG_TO, null).to(opened.related()));
        }
        if (!opened.answerable()) {
            rows.leaveUnanswered(number, opened.reason());
        }
        rows.started(number, process.start(number));
        return number;
    }

    private CaseRow row(CaseNumber number, NewCase opened) {
        Message message = opened.message();
        return new CaseRow(
                number,
                opened.inbox(),
                State.OPEN,
                null,
                message.subject(),
                message.requester(),
                opened.answerable(),
                null,
                null,
                NORMAL_PRIORITY,
                null,
                null,
                null,
                clock.instant(),
                null,
                null);
    }
}
