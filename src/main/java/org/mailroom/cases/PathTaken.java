package org.mailroom.cases;

import java.util.stream.Collectors;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.CaseView.Outcome;
import org.mailroom.cases.CaseView.State;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.process.CaseModel;
import org.mailroom.cases.process.CaseProcess;
import org.mailroom.cases.process.OpenTask;
import org.mailroom.cases.process.OpenTasks;
import org.mailroom.inbox.CaseNumber;
import org.springframework.stereotype.Component;

/**
 * Checks after a verb that the model did what was asked for. It refuses the verb otherwise, and the transaction of the verb is
 * rolled back, so that the case is as it was.
 */
@Component
class PathTaken {

    private final CaseRows rows;
    private final CaseProcess process;
    private final OpenTasks open;
    private final Timeline timeline;

    PathTaken(CaseRows rows, CaseProcess process, OpenTasks open, Timeline timeline) {
        this.rows = rows;
        this.process = process;
        this.open = open;
        this.timeline = timeline;
    }

    /**
     * Checks the path of an outcome that an agent decided on.
     *
     * <p>Wait leaves the case waiting. Complete closes it, or leads to another task before that, such as an approval. Forward
     * leads to the choice of the inbox. Other outcomes are the model's own affair, but none may end the process of an open
     * case.
     */
    void check(CaseNumber number, Agent agent, String outcome) {
        CaseRow row = rows.get(number);
        boolean taken = isAlive(row)
                && switch (outcome) {
                    case CaseModel.OUTCOME_WAIT -> row.state() == State.WAITING;
                    case CaseModel.OUTCOME_COMPLETE -> isClosing(row);
                    case CaseModel.OUTCOME_FORWARD -> isAt(row, CaseModel.FORWARD);
                    default -> true;
                };
        refuseUnless(taken, outcome);
        if (outcome.equals(CaseModel.OUTCOME_COMPLETE) && row.state() == State.OPEN) {
            noteDecision(row, agent, outcome);
        }
    }

    /** A case that is approved before it is closed has no other line that says who completed it. */
    private void noteDecision(CaseRow row, Agent agent, String outcome) {
        String next = open.of(row).stream().map(OpenTask::name).collect(Collectors.joining(", "));
        timeline.add(row.number(), CaseEvent.of(Kind.TASK_DONE, agent.id()).because(outcome + " → " + next));
    }

    /** Checks that the case is in the inbox to which it was forwarded. */
    void checkForwarded(CaseNumber number, Forwarding forwarding) {
        CaseRow row = rows.get(number);
        refuseUnless(
                row.state() == State.OPEN && row.inbox().equals(forwarding.to()) && isAlive(row),
                CaseModel.OUTCOME_FORWARD);
    }

    /** Checks that the process of an open case goes on, whatever was answered. */
    void checkAlive(CaseNumber number, String task) {
        refuseUnless(isAlive(rows.get(number)), task);
    }

    private boolean isClosing(CaseRow row) {
        return switch (row.state()) {
            case OPEN -> open.handling(row).isEmpty();
            case WAITING -> false;
            case CLOSED -> row.outcome() == Outcome.COMPLETED;
        };
    }

    private boolean isAt(CaseRow row, String key) {
        return open.of(row).stream().anyMatch(task -> task.key().equals(key));
    }

    private boolean isAlive(CaseRow row) {
        return row.state() == State.CLOSED || process.runs(row.instance());
    }

    private static void refuseUnless(boolean taken, String outcome) {
        if (!taken) {
            throw new CaseRefusal(Reason.NO_PATH, outcome);
        }
    }
}
