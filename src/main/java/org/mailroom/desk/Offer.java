package org.mailroom.desk;

import org.mailroom.cases.Agent;
import org.mailroom.cases.CaseView;
import org.mailroom.cases.CaseView.State;

/**
 * Which verbs a page offers. It only spares people a refusal: the verbs guard themselves. A note is always offered.
 *
 * @param work whether the agent may reply, forward, wait and complete: an open case that is his or nobody's
 */
record Offer(boolean claim, boolean release, boolean work, boolean cancel) {

    static Offer of(CaseView shown, Agent agent) {
        boolean unowned = shown.owner() == null;
        boolean mine = agent.id().equals(shown.owner());
        boolean open = shown.state() == State.OPEN;
        boolean closed = shown.state() == State.CLOSED;
        return new Offer(open && unowned, open && mine, open && (unowned || mine), !closed && (unowned || mine));
    }
}
