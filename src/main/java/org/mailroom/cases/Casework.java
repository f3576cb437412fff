package org.mailroom.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.springframework.stereotype.Component;

/**
 * What agents do with a case. Each verb is one transaction, guards itself and leaves a line on the timeline.
 *
 * <p>Every verb throws {@link NoSuchCase} where the agent may not see the case and {@link CaseRefusal} where its state
 * forbids the verb. Reply, forward, wait and complete claim an unowned case for the agent first.
 */
@Component
public class Casework {

    public void claim(CaseNumber number, Agent agent) {
        throw new UnsupportedOperationException();
    }

    public void release(CaseNumber number, Agent agent) {
        throw new UnsupportedOperationException();
    }

    public void reply(CaseNumber number, Agent agent, Reply reply) {
        throw new UnsupportedOperationException();
    }

    /** Adds a note for agents only; open to everybody who sees the case, whoever owns it and in any state. */
    public void note(CaseNumber number, Agent agent, String text) {
        throw new UnsupportedOperationException();
    }

    public void forward(CaseNumber number, Agent agent, Forwarding forwarding) {
        throw new UnsupportedOperationException();
    }

    /** @param until when the case comes back if the customer has not replied; null waits for the reply alone */
    public void waitForReply(CaseNumber number, Agent agent, @Nullable Instant until) {
        throw new UnsupportedOperationException();
    }

    public void complete(CaseNumber number, Agent agent) {
        throw new UnsupportedOperationException();
    }

    /** @param reason why the case is not needed; may be empty */
    public void cancel(CaseNumber number, Agent agent, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Tries a mail of a case again that could not be sent. */
    public void sendAgain(long outgoingMailId, Agent agent) {
        throw new UnsupportedOperationException();
    }
}
