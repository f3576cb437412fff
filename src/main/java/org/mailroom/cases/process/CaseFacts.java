package org.mailroom.cases.process;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.engine.VisibleToModels;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.Inboxes;
import org.springframework.stereotype.Component;

/** What the diagram may ask about its case: {@code ${caseFacts.owner(execution)}}. Answers come from the case's row. */
@Component
@VisibleToModels
public class CaseFacts {

    /** A date that never comes, for a timer that has nothing to wait for: 9999-12-31. */
    static final Date NEVER = Date.from(Instant.parse("9999-12-31T00:00:00Z"));

    private final CaseRows rows;
    private final Inboxes inboxes;

    CaseFacts(CaseRows rows, Inboxes inboxes) {
        this.rows = rows;
        this.inboxes = inboxes;
    }

    /** The number of the case, which is the business key of its process. */
    public static CaseNumber numberOf(DelegateExecution execution) {
        return new CaseNumber(execution.getProcessBusinessKey());
    }

    public String inbox(DelegateExecution execution) {
        return row(execution).inbox().value();
    }

    /** The candidate group of the inbox in which the case is. */
    public String group(DelegateExecution execution) {
        return row(execution).inbox().group();
    }

    /** User id; null while nobody owns the case. */
    public @Nullable String owner(DelegateExecution execution) {
        return row(execution).owner();
    }

    public int priority(DelegateExecution execution) {
        return row(execution).priority();
    }

    public @Nullable Date due(DelegateExecution execution) {
        Instant due = row(execution).due();
        return due == null ? null : Date.from(due);
    }

    /** The requester's address, in lower case. */
    public String sender(DelegateExecution execution) {
        return row(execution).requester().key();
    }

    /** At most 500 characters, on one line. */
    public String subject(DelegateExecution execution) {
        return row(execution).subject();
    }

    /** Whether the inbox wants the customer to get a confirmation. */
    public boolean confirms(DelegateExecution execution) {
        return inboxOf(row(execution)).confirms();
    }

    /** Whether the inbox wants the customer to get a summary of the whole correspondence. */
    public boolean summarises(DelegateExecution execution) {
        return inboxOf(row(execution)).summarises();
    }

    /** Whether a reply of the customer changes the status of the case. */
    public boolean marksReplies(DelegateExecution execution) {
        return inboxOf(row(execution)).marksReplies();
    }

    /** When a waiting case comes back by itself. */
    public Date reminder(DelegateExecution execution) {
        Instant until = Variables.instant(execution, CaseModel.WAIT_UNTIL);
        return until == null ? NEVER : Date.from(until);
    }

    /** Until when a reply still reopens the closed case. */
    public Date reopenWindowEnd(DelegateExecution execution) {
        CaseRow row = row(execution);
        Instant closed = row.closed() == null ? row.opened() : row.closed();
        return Date.from(closed.plus(inboxOf(row).reopenWindow()));
    }

    private CaseRow row(DelegateExecution execution) {
        return rows.get(numberOf(execution));
    }

    private Inbox inboxOf(CaseRow row) {
        return inboxes.get(row.inbox());
    }
}
