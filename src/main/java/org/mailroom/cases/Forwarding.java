package org.mailroom.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;

/**
 * How a case is passed on to another inbox.
 *
 * @param dueType where the due date comes from
 * @param due the date for {@link DueType#DATE}, which must lie ahead; null for the others
 * @param message what the other inbox should know; may be empty; NUL characters are left out
 */
public record Forwarding(InboxKey to, DueType dueType, @Nullable Instant due, String message) {

    /** Where the due date of a forwarded case comes from. */
    public enum DueType {
        /** It stays as it is. */
        KEEP,
        /** The target of the other inbox, counted from now. */
        TARGET,
        /** A date that the agent chooses. */
        DATE
    }

    public Forwarding {
        message = message.replace("\0", "");
    }
}
