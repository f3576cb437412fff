package org.mailroom.cases;

import java.time.Clock;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.CaseView.Outcome;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.process.CaseProcess;
import org.springframework.stereotype.Component;

/**
 * Closes a case as cancelled in whatever state it is. If its process cannot do it, because it was deleted or its model knows no
 * cancelling, the process is ended and the case is closed here.
 */
@Component
class CaseCancelling {

    private final CaseRows rows;
    private final Timeline timeline;
    private final CaseProcess process;
    private final Clock clock;

    CaseCancelling(CaseRows rows, Timeline timeline, CaseProcess process, Clock clock) {
        this.rows = rows;
        this.timeline = timeline;
        this.process = process;
        this.clock = clock;
    }

    /** @param row of a case that is not closed, held */
    void cancel(CaseRow row, String agent, String reason) {
        String instance = row.processInstanceId();
        if (instance != null && process.cancel(instance, agent, reason)) {
            return;
        }
        if (instance != null) {
            process.end(instance, agent);
        }
        rows.change(row.number(), held -> held.closedAs(Outcome.CANCELLED, clock.instant()));
        timeline.add(row.number(), CaseEvent.of(Kind.CANCELLED, agent).because(reason));
    }
}
