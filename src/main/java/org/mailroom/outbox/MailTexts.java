package org.mailroom.outbox;

import java.util.Map;
import org.mailroom.inbox.InboxKey;
import org.springframework.stereotype.Component;

/**
 * The texts that Mailroom sends, each an inbox's own or the one that is shipped. Tags such as {@code {{case.number}}} are
 * replaced by values; a value is never read as a tag.
 */
@Component
public class MailTexts {

    /** What a text is for. */
    public enum Kind {
        CONFIRMATION,
        REPLY,
        SUMMARY,
        NOTICE
    }

    /** A text with its tags replaced. */
    public record Text(String subject, String body) {}

    /** @param tags a value for each tag that the text may use, such as {@code case.number} */
    public Text fill(Kind kind, InboxKey inbox, Map<String, String> tags) {
        throw new UnsupportedOperationException();
    }
}
