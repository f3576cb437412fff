package org.mailroom.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.MessageId;

/**
 * A mail in the outbox.
 *
 * @param caseNumber the case it belongs to; null where it belongs to none
 * @param attempts how often it was handed to the mail server
 * @param nextAttempt when it is tried next, while it waits
 * @param lastError what the mail server said last; null where nothing went wrong
 */
public record OutgoingMail(
        long id,
        MessageId messageId,
        @Nullable CaseNumber caseNumber,
        List<String> recipients,
        String subject,
        State state,
        int attempts,
        Instant nextAttempt,
        @Nullable String lastError) {

    /** Where it stands. */
    public enum State {
        /** To be sent, or to be tried again. */
        WAITING,
        /** The mail server took it. */
        SENT,
        /** Given up until a person says "send again". */
        FAILED
    }
}
