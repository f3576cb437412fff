package org.mailroom.intake;

import java.util.List;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.intake.mime.field.Fields;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.Message;

/**
 * A mail on the desk of the reception.
 *
 * @param inboxes all that there are
 */
record Letter(ReadMail mail, List<Inbox> inboxes) {

    Message message() {
        return mail.message();
    }

    Fields fields() {
        return mail.fields();
    }

    /** Whether it says that it answers a mail. */
    boolean answers() {
        return message().inReplyTo() != null || !message().references().isEmpty();
    }

    /** @param key of one that there is */
    Inbox inbox(InboxKey key) {
        return inboxes.stream()
                .filter(inbox -> inbox.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    boolean isOurs(EmailAddress address) {
        return isOneOf(inboxes, address);
    }

    static boolean isOneOf(List<Inbox> inboxes, EmailAddress address) {
        return inboxes.stream().anyMatch(inbox -> inbox.isAt(address));
    }
}
