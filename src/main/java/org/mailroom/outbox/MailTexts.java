package org.mailroom.outbox;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.database.ReadOnce;
import org.mailroom.inbox.InboxKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
 *   <tr><td>STUCK</td><td>{@code count}: how many things got stuck, {@code list}: each on a line, {@code link}: the page on which
 *       they are repaired; none of a case or customer</td></tr>
 *   <tr><td>QUARANTINE</td><td>{@code reason}: why a mail could not be taken in, {@code link}: its page; none of a case or
 *       customer</td></tr>
 *   <tr><td>SILENT, BACK</td><td>{@code mailbox.name}: which mailbox is not picked up, or is again, {@code since} when,
 *       {@code reason}, {@code link}: the page of inboxes; none of a case or customer</td></tr>
 *   <tr><td>MODELS</td><td>{@code reasons}: why models were refused, a line each, {@code person}: who deployed them, {@code node}:
 *       the machine, {@code back}: empty unless Mailroom went back to an earlier version, {@code link}: the page of models; none of
 *       a case or customer</td></tr>
 * </table>
 */
@Component
public class MailTexts {

    private static final Logger LOG = LoggerFactory.getLogger(MailTexts.class);

    /** What a text is for. */
    public enum Kind {
        CONFIRMATION("message.text", "message.too-large"),
        REPLY("message.text", "agent.name", "quote"),
        SUMMARY("history"),
        NOTICE("notice", "due", "link"),
        STOP("limit", "minutes", "link"),
        STUCK("count", "list", "link"),
        REJECTION,
        QUARANTINE("reason", "link"),
        SILENT("mailbox.name", "since", "reason", "link"),
        BACK("mailbox.name", "link"),
        MODELS("reasons", "person", "node", "back", "link");

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
     * @param unusable why the inbox's own text was not used; null where it was, or the inbox has none
     */
    public record Text(String subject, String body, @Nullable String unusable) {

        Text(String subject, String body) {
            this(subject, body, null);
        }

        private Text inPlaceOf(BrokenText broken) {
            return new Text(subject, body, broken.getMessage());
        }
    }

    /** Which text of which inbox. */
    private record Key(Kind kind, InboxKey inbox) {}

    private final JdbcClient jdbc;
    private final ReadOnce<Key, Optional<WrittenText>> own = new ReadOnce<>(this::inTable);

    MailTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The inbox's own text of this kind with its tags replaced. Where it has a tag that its kind may not use, or is no Mustache, the
     * shipped one takes its place: a customer rather gets a plain mail than none.
     *
     * @param tags values by tag; a tag of the kind without a value is empty, values for other tags are not used
     */
    public Text fill(Kind kind, InboxKey inbox, Map<String, String> tags) {
        Optional<WrittenText> written = own.get(new Key(kind, inbox));
        if (written.isEmpty()) {
            return ShippedTexts.of(kind).fill(kind, tags);
        }
        try {
            return written.get().fill(kind, tags);
        } catch (BrokenText broken) {
            LOG.error("Inbox {} sends the shipped text in place of its own. {}", inbox, broken.getMessage());
            return ShippedTexts.of(kind).fill(kind, tags).inPlaceOf(broken);
        }
    }

    private Optional<WrittenText> inTable(Key key) {
        return jdbc.sql("select subject, body from mail_text where inbox_key = :inbox and kind = :kind")
                .param("inbox", key.inbox().value())
                .param("kind", key.kind().name())
                .query(WrittenText.class)
                .optional();
    }
}
