package org.mailroom.cases;

import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.CaseView.State;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.process.CaseProcess;
import org.mailroom.cases.process.CaseTasks;
import org.mailroom.cases.process.OpenTasks;
import org.mailroom.inbox.CaseNumber;
import org.springframework.stereotype.Component;

/** Holds a case for a verb of an agent, and refuses it if the agent or the state of the case forbids it. */
@Component
class CaseInHand {

    private final CaseRows rows;
    private final CaseProcess process;
    private final CaseTasks tasks;
    private final OpenTasks open;
    private final Sight sight;

    CaseInHand(CaseRows rows, CaseProcess process, CaseTasks tasks, OpenTasks open, Sight sight) {
        this.rows = rows;
        this.process = process;
        this.tasks = tasks;
        this.open = open;
        this.sight = sight;
    }

    /** A case of the agent's inboxes. */
    CaseRow visible(CaseNumber number, Agent agent) {
        CaseRow row = rows.hold(number);
        if (!agent.maySee(row.inbox())) {
            throw new NoSuchCase(number);
        }
        return row;
    }

    /** A case that the agent may see at least for a task that waits for them. */
    CaseRow visibleForTask(CaseNumber number, Agent agent) {
        CaseRow row = rows.hold(number);
        sight.check(number, agent);
        return row;
    }

    CaseRow open(CaseNumber number, Agent agent) {
        CaseRow row = visible(number, agent);
        return switch (row.state()) {
            case OPEN -> row;
            case WAITING -> throw new CaseRefusal(Reason.WAITING, "");
            case CLOSED -> throw new CaseRefusal(Reason.CLOSED, "");
        };
    }

    /** The case in hand; one that waits is taken up first. */
    CaseRow takenUp(CaseNumber number, Agent agent) {
        CaseRow row = visible(number, agent);
        if (row.state() != State.WAITING) {
            return open(number, agent);
        }
        refuseIfOwnedByOther(row, agent);
        process.resume(row.instance(), agent.id());
        return rows.get(number);
    }

    /** Makes the case the agent's, if it is nobody's. */
    void own(CaseRow row, Agent agent) {
        refuseIfOwnedByOther(row, agent);
        if (row.owner() == null) {
            tasks.claim(row, agent);
        }
    }

    /** As {@link #own}, but a case that is at another task, such as an approval, is nobody's to claim. */
    void ownIfHandled(CaseRow row, Agent agent) {
        refuseIfOwnedByOther(row, agent);
        if (row.owner() == null && open.handling(row).isPresent()) {
            tasks.claim(row, agent);
        }
    }

    static void refuseIfOwnedByOther(CaseRow row, Agent agent) {
        String owner = row.owner();
        if (owner != null && !owner.equals(agent.id())) {
            throw new CaseRefusal(Reason.OWNED_BY_OTHER, owner);
        }
    }
}
