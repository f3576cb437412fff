package org.mailroom.cases.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseView.Outcome;
import org.mailroom.cases.CaseView.State;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.EmailAddress;

/**
 * A case as it is written down. Its verbs give the row as it should be; {@link CaseRows} writes it.
 *
 * @param answerable whether automatic mail may go to the requester
 * @param owner user id; null while nobody owns it
 * @param due null until the case is placed in its inbox, and while the clock is stopped
 * @param timeLeft until the due date, when the clock was stopped; null while it runs
 * @param escalatedUntil every escalation planned up to this instant was carried out; null while none was
 */
public record CaseRow(
        CaseNumber number,
        InboxKey inbox,
        State state,
        @Nullable Outcome outcome,
        String subject,
        EmailAddress requester,
        boolean answerable,
        @Nullable Long contactId,
        @Nullable String owner,
        int priority,
        @Nullable Instant due,
        @Nullable Duration timeLeft,
        @Nullable Instant escalatedUntil,
        Instant opened,
        @Nullable Instant closed,
        @Nullable String processInstanceId) {

    /** In an inbox, with a due date there; escalation begins anew. */
    public CaseRow placedIn(InboxKey place, Instant newDue) {
        return with(place, State.OPEN, null, contactId, owner, priority, newDue, null, null, null);
    }

    public CaseRow ofContact(long contact) {
        return with(inbox, state, outcome, contact, owner, priority, due, timeLeft, escalatedUntil, closed);
    }

    public CaseRow ownedBy(@Nullable String newOwner) {
        return with(inbox, state, outcome, contactId, newOwner, priority, due, timeLeft, escalatedUntil, closed);
    }

    public CaseRow dueAt(@Nullable Instant newDue) {
        return with(inbox, state, outcome, contactId, owner, priority, newDue, timeLeft, null, closed);
    }

    public CaseRow withPriority(int newPriority) {
        return with(inbox, state, outcome, contactId, owner, newPriority, due, timeLeft, escalatedUntil, closed);
    }

    public CaseRow escalated(Instant until) {
        return with(inbox, state, outcome, contactId, owner, priority, due, timeLeft, until, closed);
    }

    /** The clock stops: what is left until the due date is kept. */
    public CaseRow paused(Instant now) {
        Duration left = due == null ? null : Duration.between(now, due);
        return with(inbox, State.WAITING, null, contactId, owner, priority, null, left, escalatedUntil, null);
    }

    /** The clock runs again: what was left is left from now on. */
    public CaseRow resumed(Instant now) {
        Instant newDue = timeLeft == null ? due : now.plus(timeLeft);
        Instant done = escalatedUntil == null || newDue == null ? null : now;
        return with(inbox, State.OPEN, null, contactId, owner, priority, newDue, null, done, null);
    }

    public CaseRow closedAs(Outcome how, Instant now) {
        return with(inbox, State.CLOSED, how, contactId, owner, priority, due, null, escalatedUntil, now);
    }

    /** Open again, still its owner's, due anew. */
    public CaseRow reopened(Instant newDue) {
        return with(inbox, State.OPEN, null, contactId, owner, priority, newDue, null, null, null);
    }

    /** As if somebody else asked: whoever wrote a mail that joins the case. */
    public CaseRow askedBy(EmailAddress writer) {
        return of(writer, processInstanceId);
    }

    CaseRow workedBy(String instance) {
        return of(requester, instance);
    }

    /** Whether a process works the case, which is so once it was opened. */
    public boolean hasProcess() {
        return processInstanceId != null;
    }

    /** The process instance that works the case. */
    public String instance() {
        return Objects.requireNonNull(processInstanceId, "Every case has a process instance once it was opened");
    }

    private CaseRow of(EmailAddress who, @Nullable String instance) {
        return new CaseRow(
                number,
                inbox,
                state,
                outcome,
                subject,
                who,
                answerable,
                contactId,
                owner,
                priority,
                due,
                timeLeft,
                escalatedUntil,
                opened,
                closed,
                instance);
    }

    private CaseRow with(
            InboxKey place,
            State where,
            @Nullable Outcome how,
            @Nullable Long contact,
            @Nullable String who,
            int urgency,
            @Nullable Instant when,
            @Nullable Duration left,
            @Nullable Instant done,
            @Nullable Instant end) {
        return new CaseRow(
                number,
                place,
                where,
                how,
                subject,
                requester,
                answerable,
                contact,
                who,
                urgency,
                when,
                left,
                done,
                opened,
                end,
                processInstanceId);
    }
}
