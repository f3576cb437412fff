package org.mailroom.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailserver.MailServer;

/**
 * An account as it stands, without its secrets.
 *
 * @param paused whether a person stopped the pickup
 * @param watchedSince when it was added or resumed
 * @param lastGoodPickup when all that lay on the server was picked up last; null while that never happened
 * @param failingSince since when it has not worked; null while it does
 * @param lastError why, a sentence; null while it works
 * @param failures how often it failed one after the other
 */
public record Mailbox(
        long id,
        String name,
        InboxKey inbox,
        Protocol protocol,
        MailServer server,
        String username,
        Handling handling,
        boolean paused,
        Instant watchedSince,
        @Nullable Instant lastGoodPickup,
        @Nullable Instant failingSince,
        @Nullable String lastError,
        int failures) {

    /** Since when no pickup has worked, at the latest. */
    public Instant silentSince() {
        return lastGoodPickup == null || lastGoodPickup.isBefore(watchedSince) ? watchedSince : lastGoodPickup;
    }

    boolean isSamePlace(MailboxAccount other) {
        return protocol == other.protocol()
                && server.host().equals(other.server().host())
                && username.equals(other.login().username())
                && handling.folder().equals(other.handling().folder());
    }
}
