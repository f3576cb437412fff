package org.mailroom.cases;

import java.util.List;
import java.util.function.Supplier;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.process.CaseProcess;
import org.mailroom.cases.process.Escalation;
import org.mailroom.cases.process.EscalationTimers;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All cases, as the reception and the admins see them. Every call takes part in the caller's transaction. */
@Component
public class Cases {

    private final CaseRows rows;
    private final CaseOpening opening;
    private final CaseJoining joining;
    private final CaseProcess process;
    private final EscalationTimers escalationTimers;
    private final Escalation escalation;

    Cases(
            CaseRows rows,
            CaseOpening opening,
            CaseJoining joining,
            CaseProcess process,
            EscalationTimers escalationTimers,
            Escalation escalation) {
        this.rows = rows;
        this.opening = opening;
        this.joining = joining;
        this.process = process;
        this.escalationTimers = escalationTimers;
        this.escalation = escalation;
    }

    /**
     * Opens several cases together: their processes are written down at once when the work ends, so the work must not ask
     * anything of those that it started. Only within a transaction, which is to be rolled back if this fails.
     */
    public <T> T together(Supplier<T> work) {
        return process.together(work);
    }

    /** Opens a case and starts its process. */
    @Transactional
    public CaseNumber open(NewCase opened) {
        return opening.open(opened, null);
    }

    /**
     * Adds a message to its case and, unless it is automatic, tells the process that the customer replied. A closed case
     * does not come back where its process has ended, or its inbox reopens none: a new one goes on from it.
     *
     * @return the case that the message is in now
     */
    @Transactional
    public CaseNumber join(FollowUp followUp) {
        return joining.join(followUp);
    }

    /**
     * Times the next escalation of every open case of an inbox anew, after its rules changed.
     *
     * @param actor who changed the rules
     * @return how many cases escalate at another time than before
     * @throws CaseRefusal where one of the cases is being changed at this moment
     */
    @Transactional
    public Retimed retimeEscalations(InboxKey inbox, String actor) {
        List<CaseRow> moved = rows.openIn(inbox).stream()
                .filter(row -> escalationTimers.retime(row.number(), row.instance(), actor))
                .toList();
        long atOnce =
                moved.stream().filter(row -> !escalation.due(row).isEmpty()).count();
        return new Retimed(moved.size(), (int) atOnce);
    }
}
