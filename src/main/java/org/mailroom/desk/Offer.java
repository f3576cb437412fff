package org.mailroom.desk;

import java.util.List;
import java.util.Set;
import org.mailroom.cases.Agent;
import org.mailroom.cases.CaseTask;
import org.mailroom.cases.CaseView;
import org.mailroom.cases.CaseView.State;
import org.mailroom.cases.CaseWork;
import org.mailroom.cases.CaseWork.Outcome;

/**
 * Which verbs a page offers. It only spares people a refusal: the verbs guard themselves.
 *
 * @param claim whether the case can be taken: it is open and nobody's
 * @param resume whether a case that waits can be taken up before the customer replies
 * @param note whether the agent works this inbox, and does not see the case for a task alone
 * @param outcomes of the task at which the case is handled, those that one click or a form of ours is enough for
 */
record Offer(
        boolean claim,
        boolean resume,
        boolean release,
        boolean note,
        boolean reply,
        boolean cancel,
        List<Outcome> outcomes) {

    private static final String FORWARD = "forward";
    private static final String WAIT = "wait";
    private static final String COMPLETE = "complete";
    private static final Set<String> OURS = Set.of(FORWARD, WAIT, COMPLETE);

    /** A case is merged by whoever may cancel it: both end it. */
    public boolean merge() {
        return cancel;
    }

    /** An open case is given to somebody by its owner, by a supervisor, or by a member of the inbox while nobody owns it. */
    public boolean assign() {
        return claim || release;
    }

    public boolean forward() {
        return offers(FORWARD);
    }

    public boolean pause() {
        return offers(WAIT);
    }

    public boolean complete() {
        return offers(COMPLETE);
    }

    /** Outcomes that analysts added. */
    public List<Outcome> others() {
        return outcomes.stream()
                .filter(outcome -> !OURS.contains(outcome.value()))
                .toList();
    }

    private boolean offers(String value) {
        return outcomes.stream().anyMatch(outcome -> outcome.value().equals(value));
    }

    static Offer of(CaseView shown, CaseWork work, Agent agent) {
        boolean member = agent.maySee(shown.inbox());
        boolean mine = agent.id().equals(shown.owner());
        boolean unowned = shown.owner() == null;
        boolean open = shown.state() == State.OPEN;
        boolean waiting = shown.state() == State.WAITING;
        boolean reply = member && (open || waiting) && (unowned || mine);
        boolean handled = work.handling().filter(CaseTask::forAgent).isPresent();
        return new Offer(
                open && member && unowned && handled,
                waiting && reply,
                open && work.handling().isPresent() && (mine || agent.supervisor() && !unowned),
                member,
                reply,
                reply || agent.supervisor() && (open || waiting),
                reply
                        ? work.outcomes().stream()
                                .filter(outcome -> isEnough(outcome, open))
                                .toList()
                        : List.of());
    }

    /** A case that waits cannot wait again, and only code takes it up by a verb. */
    private static boolean isEnough(Outcome outcome, boolean open) {
        return outcome.alone()
                && (open || outcome.value().equals(FORWARD) || outcome.value().equals(COMPLETE));
    }
}
