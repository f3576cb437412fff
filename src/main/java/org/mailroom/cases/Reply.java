package org.mailroom.cases;

import java.util.List;
import org.mailroom.message.Attachment;
import org.mailroom.message.EmailAddress;

/**
 * What an agent answers to the customer; it goes to the requester of the case.
 *
 * @param text plain text, not empty; NUL characters, which no database keeps, are left out
 * @param copies who gets a copy; whoever never gets one is left out
 */
public record Reply(String text, List<EmailAddress> copies, List<Attachment> attachments) {

    public Reply {
        text = text.replace("\0", "");
        copies = List.copyOf(copies);
        attachments = List.copyOf(attachments);
    }

    /** To the requester alone. */
    public Reply(String text, List<Attachment> attachments) {
        this(text, List.of(), attachments);
    }
}
