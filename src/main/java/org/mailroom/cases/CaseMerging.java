package org.mailroom.cases;

import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.CaseView.State;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.MergedCases;
import org.mailroom.cases.process.CaseProcess;
import org.mailroom.inbox.CaseNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a case part of another one about the same matter. */
@Component
public class CaseMerging {

    private final CaseRows rows;
    private final MergedCases merged;
    private final CaseProcess process;

    CaseMerging(CaseRows rows, MergedCases merged, CaseProcess process) {
        this.rows = rows;
        this.merged = merged;
        this.process = process;
    }

    /**
     * Closes the case as merged; its mail goes to the other one from then on. Its customer is told nothing. Where the other one
     * was merged itself, this one goes where that went. Another one that waits for its customer is taken up, as what was
     * merged into it is something to work on.
     *
     * @return the case of which it is part now
     * @throws NoSuchCase where the agent may not see the case
     * @throws CaseRefusal where it is closed or somebody else's, where the agent sees no such other case, or that is
     *     closed or the case itself
     */
    @Transactional
    public CaseNumber merge(CaseNumber number, Agent agent, CaseNumber wanted) {
        CaseNumber into = merged.whole(wanted);
        holdInOrder(number, into);
        CaseRow row = rows.get(number);
        refuseIfNotHis(row, agent);
        CaseRow other = rows.find(into)
                .filter(found -> agent.maySee(found.inbox()))
                .orElseThrow(() -> new CaseRefusal(Reason.NO_SUCH_CASE, wanted.value()));
        refuseIfUnfit(row, other);
        process.merge(row.instance(), agent.id(), into);
        if (other.state() == State.WAITING) {
            process.resume(other.instance(), agent.id());
        }
        return into;
    }

    /** Always in the same order, so that two who merge the same cases into each other do not wait for ever. */
    private void holdInOrder(CaseNumber one, CaseNumber other) {
        boolean first = one.value().compareTo(other.value()) <= 0;
        rows.holdIfThere(first ? one : other);
        rows.holdIfThere(first ? other : one);
    }

    private static void refuseIfNotHis(CaseRow row, Agent agent) {
        if (!agent.maySee(row.inbox())) {
            throw new NoSuchCase(row.number());
        }
        if (row.state() == State.CLOSED) {
            throw new CaseRefusal(Reason.CLOSED, "");
        }
        if (row.owner() != null && !row.owner().equals(agent.id()) && !agent.supervisor()) {
            throw new CaseRefusal(Reason.OWNED_BY_OTHER, row.owner());
        }
    }

    private static void refuseIfUnfit(CaseRow row, CaseRow other) {
        if (other.number().equals(row.number())) {
            throw new CaseRefusal(Reason.SAME_CASE, other.number().value());
        }
        if (other.state() == State.CLOSED) {
            throw new CaseRefusal(Reason.TARGET_CLOSED, other.number().value());
        }
    }
}
