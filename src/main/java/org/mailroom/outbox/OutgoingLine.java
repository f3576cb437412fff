package org.mailroom.outbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.outbox.OutgoingMail.State;

/**
 * A mail in the list of outgoing mails.
 *
 * @param account by whom it leaves; empty for the mail server of the settings
 * @param size in bytes, as it leaves; 0 where it left so long ago that it is not kept any more
 * @param attempts how often the mail server was asked to take it
 * @param nextAttempt when it is tried next; null unless it waits
 * @param lastError what the mail server said last; null where nothing went wrong
 * @param possiblyDoubled how often it was sent again without anybody knowing whether it had left already
 * @param inHand whether it is being handed over at this moment
 */
public record OutgoingLine(
        long id,
        InboxKey inbox,
        @Nullable CaseNumber caseNumber,
        String account,
        String messageId,
        List<String> recipients,
        String subject,
        long size,
        State state,
        int attempts,
        @Nullable Instant nextAttempt,
        @Nullable String lastError,
        int possiblyDoubled,
        boolean inHand,
        Instant createdAt,
        @Nullable Instant sentAt) {

    /** Whether it can be given up: it waits and nobody is at it. */
    public boolean isIdle() {
        return state == State.WAITING && !inHand;
    }
}
