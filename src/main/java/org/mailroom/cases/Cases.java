package org.mailroom.cases;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.CaseView.State;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.KnownMessages;
import org.mailroom.cases.ledger.MergedCases;
import org.mailroom.cases.ledger.Messages;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.process.CaseProcess;
import org.mailroom.cases.process.EscalationTimers;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.inbox.WhenClosed;
import org.mailroom.message.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All cases, as the reception and the admins see them. Every call takes part in the caller's transaction. */
@Component
public class Cases {

    private static final int NORMAL_PRIORITY = 50;

    private final CaseRows rows;
    private final MergedCases merged;
    private final Messages messages;
    private final KnownMessages knownMessages;
    private final Timeline timeline;
    private final Inboxes inboxes;
    private final People people;
    private final CaseProcess process;
    private final EscalationTimers escalationTimers;
    private final Clock clock;

    Cases(
            CaseRows rows,
            MergedCases merged,
            Messages messages,
            KnownMessages knownMessages,
            Timeline timeline,
            Inboxes inboxes,
            People people,
            CaseProcess process,
            EscalationTimers escalationTimers,
            Clock clock) {
        this.rows = rows;
        this.merged = merged;
        this.messages = messages;
        this.knownMessages = knownMessages;
        this.timeline = timeline;
        this.inboxes = inboxes;
        this.people = people;
        this.process = process;
        this.escalationTimers = escalationTimers;
        this.clock = clock;
    }

    /** Opens a case and starts its process. */
    @Transactional
    public CaseNumber open(NewCase opened) {
        return open(opened, null);
    }

    /**
     * Adds a message to its case and, unless it is automatic, tells the process that the customer replied. A closed case
     * does not come back where its process has ended, or its inbox reopens none: a new one goes on from it.
     *
     * @return the case that the message is in now
     */
    @Transactional
    public CaseNumber join(FollowUp followUp) {
        CaseRow known = merged.holdWhole(followUp.caseNumber());
        boolean running = process.runs(known.instance());
        if (!followUp.automatic() && (!running || isOver(known))) {
            CaseNumber next = open(
                    new NewCase(
                            followUp.receivedMailId(),
                            known.inbox(),
                            followUp.message(),
                            followUp.answerable(),
                            followUp.reason(),
                            null,
                            null,
                            ""),
                    known.number());
            timeline.add(known.number(), CaseEvent.of(Kind.CONTINUED_IN, null).to(next));
            return next;
        }
        file(known.number(), followUp);
        if (running && !followUp.automatic()) {
            process.customerReplied(known.instance());
        }
        return known.number();
    }

    /**
     * Times the next escalation of every open case of an inbox anew, after its rules changed.
     *
     * @param actor who changed the rules
     * @return how many cases escalate at another time than before
     * @throws CaseRefusal where one of the cases is being changed at this moment
     */
    @Transactional
    public int retimeEscalations(InboxKey inbox, String actor) {
        return (int) rows.openIn(inbox).stream()
                .filter(row -> escalationTimers.retime(row.number(), row.instance(), actor))
                .count();
    }

    private boolean isOver(CaseRow row) {
        return row.state() == State.CLOSED && inboxes.get(row.inbox()).whenClosed() != WhenClosed.REOPEN;
    }

    private CaseNumber open(NewCase opened, @Nullable CaseNumber continues) {
        CaseNumber number = inboxes.nextCaseNumber(opened.inbox());
        rows.add(row(number, opened), continues);
        messages.addReceived(
                number, kind(!opened.answerable()), opened.message(), opened.receivedMailId(), clock.instant());
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

    private void file(CaseNumber number, FollowUp followUp) {
        boolean stranger = !knownMessages.hasPart(number, followUp.message().from());
        Messages.Kind kind = stranger && !followUp.automatic() ? Messages.Kind.THIRD_PARTY : kind(followUp.automatic());
        messages.addReceived(number, kind, followUp.message(), followUp.receivedMailId(), clock.instant());
        Kind what =
                switch (kind) {
                    case AUTOMATIC -> Kind.AUTOMATIC_MAIL_FILED;
                    case THIRD_PARTY -> Kind.STRANGER_REPLIED;
                    default -> Kind.CUSTOMER_REPLIED;
                };
        String from = followUp.message().from().label();
        timeline.add(number, CaseEvent.of(what, null).from(from));
    }

    private static Messages.Kind kind(boolean automatic) {
        return automatic ? Messages.Kind.AUTOMATIC : Messages.Kind.CUSTOMER;
    }
}
