package org.mailroom.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailserver.MailServer;

/**
 * An account by which mail leaves as it stands, without its secrets.
 *
 * @param username null where one need not log in
 * @param connections how many there may be at a time, those of all nodes together
 * @param mailsPerMinute how many mails may leave in a minute, from all nodes together; 0 for any number
 * @param inboxes whose mail leaves by it
 * @param trouble why its server takes nothing; null while it does
 */
public record KnownAccount(
        long id,
        String name,
        MailServer server,
        @Nullable String username,
        int connections,
        int mailsPerMinute,
        List<InboxKey> inboxes,
        @Nullable String trouble) {}
