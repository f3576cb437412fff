package org.mailroom.cases;

import java.util.List;
import org.mailroom.message.Attachment;

/**
 * What an agent answers to the customer; it goes to the requester of the case.
 *
 * @param text plain text, not empty; NUL characters, which no database keeps, are left out
 */
public record Reply(String text, List<Attachment> attachments) {

    public Reply {
        text = text.replace("\0", "");
        attachments = List.copyOf(attachments);
    }
}
