package org.mailroom.outbox;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.inbox.InboxKey;
import org.mailroom.outbox.smtp.OneLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The texts that Mailroom sends, each an inbox's own or the one that is shipped. Tags such as {@code {{case.number}}} are
 * replaced by values; a value is never read as a tag. {@code {{#due}}Due: {{due}}{{/due}}} stands only where there is a
 * due date (Mustache). Everything is plain text.
 *
 * <table>
 *   <caption>Which kind may use which tag</caption>
 *   <tr><td>all</td><td>{@code case.number case.subject customer.name customer.address inbox.name inbox.address}</td></tr>
 *   <tr><td>CONFIRMATION</td><td>{@code message.text}: what the customer wrote, {@code message.too-large}: how
 *       large his mail was where it was too large to be kept</td></tr>
 *   <tr><td>REPLY</td><td>{@code message.text}: what the agent writes, {@code agent.name}, {@code quote}: the message that
 *       is answered, its lines quoted</td></tr>
 *   <tr><td>SUMMARY</td><td>{@code history}: the correspondence</td></tr>
 *   <tr><td>NOTICE</td><td>{@code notice}: what happened, {@code due}, {@code link}: the case's page</td></tr>
 *   <tr><td>STOP</td><td>{@code limit}: how many automatic mails an inbox may send within {@code minutes}, {@code link}: the
 *       page of inboxes</td></tr>
 *   <tr><td>QUARANTINE</td><td>{@code reason}: why a mail could not be taken in, {@code link}: its page; none of a case or
 *       customer</td></tr>
 *   <tr><td>SILENT, BACK</td><td>{@code mailbox.name}: which mailbox is not picked up, or is again, {@code since} when,
 *       {@code reason}, {@code link}: the page of inboxes; none of a case or customer</td></tr>
 * </table>
 */
@Component
public class MailTexts {

    private static final int LONGEST_SUBJECT = 250;

    /** What a text is for. */
    public enum Kind {
        CONFIRMATION("message.text", "message.too-large"),
        REPLY("message.text", "agent.name", "quote"),
        SUMMARY("history"),
        NOTICE("notice", "due", "link"),
        STOP("limit", "minutes", "link"),
        REJECTION,
        QUARANTINE("reason", "link"),
        SILENT("mailbox.name", "since", "reason", "link"),
        BACK("mailbox.name", "link");

        private final Set<String> tags;

        Kind(String... ownTags) {
            tags = Stream.concat(
                            Stream.of(
                                    "case.number",
                                    "case.subject",
                                    "customer.name",
                                    "customer.address",
                                    "inbox.name",
                                    "inbox.address"),
                            Stream.of(ownTags))
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** The tags that a text of this kind may use. */
        public Set<String> tags() {
            return tags;
        }
    }

    /**
     * A text with its tags replaced.
     *
     * @param subject on one line, at most 250 characters
     */
    public record Text(String subject, String body) {}

    private final JdbcClient jdbc;

    MailTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The text of this kind with its tags replaced.
     *
     * @param tags values by tag; a tag of the kind without a value is empty, values for other tags are not used
     * @throws BrokenText where the text has a tag that its kind may not use, or is no Mustache
     */
    public Text fill(Kind kind, InboxKey inbox, Map<String, String> tags) {
        Text text = textOf(kind, inbox);
        var subject = new MailTemplate(kind, text.subject());
        var body = new MailTemplate(kind, text.body());
        return new Text(OneLine.of(subject.fill(tags), LONGEST_SUBJECT), body.fill(tags));
    }

    private Text textOf(Kind kind, InboxKey inbox) {
        return jdbc.sql("select subject, body from mail_text where inbox_key = :inbox and kind = :kind")
                .param("inbox", inbox.value())
                .param("kind", kind.name())
                .query(Text.class)
                .optional()
                .orElseGet(() -> ShippedTexts.of(kind));
    }
}
