package org.mailroom.desk;

import org.mailroom.cases.Agent;
import org.mailroom.cases.CaseView;
import org.mailroom.cases.CaseView.State;

/**
 * Which verbs a page offers. It only spares people a refusal: the verbs guard themselves. A note is always offered.
 *
 * @param claim whether the case can be taken: it is open and nobody's
 * @param resume whether a case that waits can be taken up before the customer replies
 * @param work whether the agent may reply, forward and complete
 */
record Offer(boolean claim, boolean resume, boolean release, boolean work, boolean pause, boolean cancel) {

    /** A case is merged by whoever may cancel it: both end it. */
    public boolean merge() {
        return cancel;
    }

    /** An open case is given to somebody by its owner, by a supervisor, or by a member of the inbox while nobody owns it. */
    public boolean assign() {
        return claim || release;
    }

    static Offer of(CaseView shown, Agent agent) {
        boolean mine = agent.id().equals(shown.owner());
        boolean unowned = shown.owner() == null;
        boolean open = shown.state() == State.OPEN;
        boolean waiting = shown.state() == State.WAITING;
        boolean work = (open || waiting) && (unowned || mine);
        return new Offer(
                open && unowned,
                waiting && work,
                open && (mine || agent.supervisor() && !unowned),
                work,
                open && work,
                work || agent.supervisor() && (open || waiting));
    }
}
