package org.mailroom.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailserver.Login;
import org.mailroom.mailserver.MailServer;

/**
 * An account on a mail server by which the mail of some inboxes leaves.
 *
 * @param name what people call it, unique
 * @param login null where one need not log in
 * @param connections how many there may be at a time, those of all nodes together
 * @param mailsPerMinute how many mails may leave in a minute, from all nodes together; 0 for any number
 * @param inboxes whose mail leaves by it; that of the others leaves by the mail server of the settings
 */
public record OutgoingAccount(
        String name,
        MailServer server,
        @Nullable Login login,
        int connections,
        int mailsPerMinute,
        List<InboxKey> inboxes) {

    /** As many as a mail server will ever allow. */
    public static final int MOST_CONNECTIONS = 100;

    /** What the large providers allow. */
    public static final int USUAL_CONNECTIONS = 3;

    public OutgoingAccount {
        inboxes = List.copyOf(inboxes);
    }
}
