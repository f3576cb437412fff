package org.mailroom.cases;

import java.time.Clock;
import java.util.Objects;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.CaseView.State;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.process.CaseProcess;
import org.mailroom.cases.process.Repairs;
import org.mailroom.cases.process.StuckProcesses;
import org.mailroom.inbox.CaseNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds cases and processes that are stuck, and repairs them. Each repair is one transaction and leaves a line on the timeline of
 * the case. Whoever may repair is decided at the door.
 */
@Component
public class StuckCases {

    private final StuckProcesses stuck;
    private final Findings findings;
    private final Repairs repairs;
    private final CaseProcess process;
    private final CaseRows rows;
    private final CaseCancelling cancelling;
    private final Timeline timeline;
    private final Clock clock;

    StuckCases(
            StuckProcesses stuck,
            Findings findings,
            Repairs repairs,
            CaseProcess process,
            CaseRows rows,
            CaseCancelling cancelling,
            Timeline timeline,
            Clock clock) {
        this.stuck = stuck;
        this.findings = findings;
        this.repairs = repairs;
        this.process = process;
        this.rows = rows;
        this.cancelling = cancelling;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Looks for stuck cases and processes now, and notes what is new and what is over. */
    @Transactional
    public void look() {
        findings.settle(StuckKind.OF_CASES, stuck.all());
    }

    /** Has a failed step tried once more, or lets a suspended process go on. */
    @Transactional
    public void retry(Finding finding, Agent agent) {
        hold(finding);
        if (finding.kind() == StuckKind.SUSPENDED_INSTANCE) {
            repairs.activate(Objects.requireNonNull(finding.instance()), agent.id());
            write(finding, CaseEvent.of(Kind.ACTIVATED, agent.id()));
        } else {
            repairs.retry(finding.thing(), agent.id());
            write(finding, CaseEvent.of(Kind.STEP_RETRIED, agent.id()).to(finding.step()));
        }
    }

    /**
     * Puts a case back to "Handle the case". If its process is gone, a new one works it from now on.
     *
     * @throws CaseRefusal if the case is closed or has a task, or the finding belongs to no case
     */
    @Transactional
    public void putBack(Finding finding, Agent agent) {
        CaseRow row = openCase(finding);
        if (row.state() == State.WAITING) {
            rows.change(row.number(), held -> held.resumed(clock.instant()));
        }
        timeline.add(row.number(), CaseEvent.of(Kind.PUT_BACK, agent.id()));
        String instance = repairs.putBack(row.number(), row.processInstanceId(), agent.id());
        rows.started(row.number(), instance);
    }

    /**
     * Closes the case as cancelled, or ends the process that belongs to no case.
     *
     * @param reason why; may be empty
     * @throws CaseRefusal if the case is closed already
     */
    @Transactional
    public void close(Finding finding, Agent agent, String reason) {
        if (finding.number() == null) {
            process.end(Objects.requireNonNull(finding.instance()), agent.id());
            return;
        }
        Entered.refuseIfTooLong(reason);
        cancelling.cancel(openCase(finding), agent.id(), reason.replace("\0", ""));
    }

    private CaseRow openCase(Finding finding) {
        if (finding.number() == null) {
            throw new CaseRefusal(Reason.NO_SUCH_CASE, finding.thing());
        }
        CaseRow row = rows.hold(finding.number());
        if (row.state() == State.CLOSED) {
            throw new CaseRefusal(Reason.CLOSED, "");
        }
        return row;
    }

    private void hold(Finding finding) {
        CaseNumber number = finding.number();
        if (number != null) {
            rows.hold(number);
        }
    }

    private void write(Finding finding, CaseEvent event) {
        CaseNumber number = finding.number();
        if (number != null) {
            timeline.add(number, event);
        }
    }
}
