package org.mailroom.outbox;

import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;

/**
 * Which outgoing mails are asked for; null is no condition.
 *
 * @param words part of the subject or of a recipient's address, upper and lower case alike
 * @param after the id of the last mail that one has: only older ones
 */
public record OutgoingQuestion(Show show, @Nullable InboxKey inbox, @Nullable String words, @Nullable Long after) {

    /** How they stand. */
    public enum Show {
        /** Not sent. */
        OPEN,
        WAITING,
        FAILED,
        SENT,
        /** Sent again after a crash, so that they may have arrived twice. */
        DOUBLED,
        ALL
    }
}
