package org.mailroom.cases;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.CaseView.State;
import org.mailroom.cases.Forwarding.DueType;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.Messages;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.process.CaseModel;
import org.mailroom.cases.process.CaseProcess;
import org.mailroom.cases.process.CaseTasks;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.Inboxes;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What agents do with a case. Each verb is one transaction, guards itself and leaves a line on the timeline.
 *
 * <p>Every verb throws {@link NoSuchCase} where the agent may not see the case and {@link CaseRefusal} where its state
 * forbids the verb. Of two verbs at once the second waits for the first. Reply, forward, wait and complete claim an unowned case
 * for the agent first; forward, complete and claim take up a case that waits.
 *
 * <p>Forward, wait and complete are outcomes of the task at which a case is handled: each is refused if the form of that task
 * does not offer it or asks for more, if the case is at another task, or if the model then leads elsewhere. Other tasks are
 * the matter of {@link TaskWork}.
 */
@Component
@Transactional
public class Casework {

    private final CaseInHand hand;
    private final PathTaken path;
    private final Messages messages;
    private final Timeline timeline;
    private final Inboxes inboxes;
    private final Copies copies;
    private final CaseProcess process;
    private final CaseTasks tasks;
    private final CaseCancelling cancelling;
    private final Clock clock;

    Casework(
            CaseInHand hand,
            PathTaken path,
            Messages messages,
            Timeline timeline,
            Inboxes inboxes,
            Copies copies,
            CaseProcess process,
            CaseTasks tasks,
            CaseCancelling cancelling,
            Clock clock) {
        this.hand = hand;
        this.path = path;
        this.messages = messages;
        this.timeline = timeline;
        this.inboxes = inboxes;
        this.copies = copies;
        this.process = process;
        this.tasks = tasks;
        this.cancelling = cancelling;
        this.clock = clock;
    }

    public void claim(CaseNumber number, Agent agent) {
        CaseRow row = hand.takenUp(number, agent);
        if (!agent.id().equals(row.owner())) {
            tasks.claim(row, agent);
        }
    }

    public void release(CaseNumber number, Agent agent) {
        CaseRow row = hand.open(number, agent);
        if (row.owner() == null) {
            throw new CaseRefusal(Reason.NOT_OWNED, "");
        }
        if (!agent.supervisor()) {
            CaseInHand.refuseIfOwnedByOther(row, agent);
        }
        tasks.release(row, agent);
    }

    public void reply(CaseNumber number, Agent agent, Reply reply) {
        Entered.refuseIfEmpty(reply.text());
        CaseRow row = hand.visible(number, agent);
        refuseIfEnded(row);
        if (row.state() == State.OPEN) {
            hand.ownIfHandled(row, agent);
        }
        long message = messages.addWritten(
                number,
                Messages.Kind.REPLY,
                inboxes.get(row.inbox()).address(),
                row.requester(),
                copies.allowed(reply.copies(), row.requester()),
                row.subject(),
                reply.text(),
                reply.attachments(),
                agent.id(),
                clock.instant());
        process.replyWritten(row.instance(), agent.id(), message);
    }

    /** Adds a note for agents only; open to everybody who sees the case, whoever owns it and in any state. */
    public void note(CaseNumber number, Agent agent, String text) {
        Entered.refuseIfEmpty(text);
        hand.visible(number, agent);
        timeline.add(number, CaseEvent.of(Kind.NOTED, agent.id()).because(text));
    }

    public void forward(CaseNumber number, Agent agent, Forwarding forwarding) {
        Entered.refuseIfTooLong(forwarding.message());
        if (forwarding.dueType() == DueType.DATE) {
            Entered.refuseIfPast(forwarding.due(), clock.instant());
        }
        CaseRow row = hand.takenUp(number, agent);
        hand.own(row, agent);
        tasks.forward(row, agent, forwarding);
        path.checkForwarded(number, forwarding);
    }

    /** @param until when the case comes back if the customer has not replied; null waits for the reply alone */
    public void waitForReply(CaseNumber number, Agent agent, @Nullable Instant until) {
        if (until != null) {
            Entered.refuseIfPast(until, clock.instant());
        }
        CaseRow row = hand.open(number, agent);
        hand.own(row, agent);
        tasks.waitUntil(row, agent, until);
        path.check(number, agent, CaseModel.OUTCOME_WAIT);
    }

    public void complete(CaseNumber number, Agent agent) {
        CaseRow row = hand.takenUp(number, agent);
        hand.own(row, agent);
        tasks.complete(row, agent);
        path.check(number, agent, CaseModel.OUTCOME_COMPLETE);
    }

    /** @param reason why the case is not needed; may be empty */
    public void cancel(CaseNumber number, Agent agent, String reason) {
        CaseRow row = hand.visible(number, agent);
        if (row.state() == State.CLOSED) {
            throw new CaseRefusal(Reason.CLOSED, "");
        }
        if (!agent.supervisor()) {
            CaseInHand.refuseIfOwnedByOther(row, agent);
        }
        Entered.refuseIfTooLong(reason);
        cancelling.cancel(row, agent.id(), reason.replace("\0", ""));
    }

    private void refuseIfEnded(CaseRow row) {
        if (!process.runs(row.instance())) {
            throw new CaseRefusal(row.state() == State.CLOSED ? Reason.CLOSED : Reason.NO_TASK, "");
        }
    }
}
