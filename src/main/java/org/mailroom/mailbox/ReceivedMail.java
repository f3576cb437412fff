package org.mailroom.mailbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.TooLarge;

/**
 * A line of the log of received mail.
 *
 * @param mailbox name of the account that it was picked up from; null where it was handed in
 * @param reason why it is in this state, a sentence for people; null where the state says it all
 * @param attempts how often taking it in has failed
 * @param kind what it was judged to be, such as {@code bounce}; null until it was taken in
 * @param evidence which rules decided and what they saw, one line each
 * @param from the author's address; null until it was taken in
 * @param subject null until it was taken in
 * @param size in bytes, as it lay on the mail server
 * @param settledAt when it was last taken in or put aside; null while it waits
 * @param caseNumber null where it belongs to none
 * @param switchedOff name of the inbox that refused it because it receives no mail; null where none did
 * @param tooLarge null where all of it was kept
 */
public record ReceivedMail(
        long id,
        InboxKey inbox,
        @Nullable String mailbox,
        String messageId,
        Instant receivedAt,
        State state,
        @Nullable String reason,
        int attempts,
        @Nullable String kind,
        List<String> evidence,
        @Nullable String from,
        @Nullable String subject,
        long size,
        @Nullable Instant settledAt,
        @Nullable CaseNumber caseNumber,
        @Nullable String switchedOff,
        @Nullable TooLarge tooLarge) {

    /** How far a mail has come. */
    public enum State {
        /** It is kept and waits to be taken in. */
        RECEIVED,
        /** It opened a case or joined one. */
        DELIVERED,
        /** A machine wrote it; it lies with its case. */
        FILED,
        /** It is nothing to work on. */
        IGNORED,
        /** It may not come in. */
        REFUSED,
        /** Taking it in has failed too often; a person has to look. */
        QUARANTINED;

        /** Whether taking it in once more can do any good, and no harm: it has no case yet and nobody is at it. */
        public boolean isRepeatable() {
            return this == IGNORED || this == REFUSED || this == QUARANTINED;
        }
    }

    public ReceivedMail {
        evidence = List.copyOf(evidence);
    }
}
