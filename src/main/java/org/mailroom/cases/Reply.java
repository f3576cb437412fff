package org.mailroom.cases;

import java.util.List;
import org.mailroom.message.Attachment;

/**
 * What an agent answers to the customer; it goes to the requester of the case.
 *
 * @param text plain text, not empty
 */
public record Reply(String text, List<Attachment> attachments) {

    public Reply {
        attachments = List.copyOf(attachments);
    }
}
