package org.mailroom.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.Attachment;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.MessageId;
import org.mailroom.message.ThreadIndex;

/**
 * A mail that is to leave.
 *
 * @param cause what it is for, the same for every try: a second draft of one cause is the first one again
 * @param kind who speaks: a person, Mailroom to a customer, or Mailroom to its own people
 * @param inbox whose address it leaves from
 * @param caseNumber the case it belongs to, which its Message-ID then carries; null where it belongs to none
 * @param to at least one
 * @param text the whole as plain text
 * @param inReplyTo the message that it answers; null where it answers none
 * @param references the ancestors of the answered message, oldest first, without it
 * @param threadIndex the conversation of the answered message by Outlook's count; null where it named none
 */
public record Draft(
        String cause,
        Kind kind,
        InboxKey inbox,
        @Nullable CaseNumber caseNumber,
        List<EmailAddress> to,
        List<EmailAddress> cc,
        String subject,
        String text,
        @Nullable MessageId inReplyTo,
        List<MessageId> references,
        @Nullable ThreadIndex threadIndex,
        List<Attachment> attachments) {

    /** Who speaks in a mail; it decides the header fields that keep automatic answers away (RFC 3834). */
    public enum Kind {
        /** A person wrote it. */
        ANSWER,
        /** Mailroom answers a customer by itself: {@code Auto-Submitted: auto-replied}, empty envelope sender. */
        AUTOMATIC_ANSWER,
        /** Mailroom tells its own people: {@code Auto-Submitted: auto-generated}. */
        NOTICE
    }

    public Draft {
        if (to.isEmpty()) {
            throw new IllegalArgumentException("A mail needs at least one recipient");
        }
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
    }
}
