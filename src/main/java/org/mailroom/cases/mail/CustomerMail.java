package org.mailroom.cases.mail;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.Conversation;
import org.mailroom.cases.ledger.Conversation.Said;
import org.mailroom.cases.ledger.Messages;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.Inboxes;
import org.mailroom.message.Attachment;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.MessageId;
import org.mailroom.outbox.Draft;
import org.mailroom.outbox.MailTexts;
import org.mailroom.outbox.MailTexts.Text;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutgoingMail;
import org.springframework.stereotype.Component;

/** What a case says to its customer. Each mail is also a message of the case. */
@Component
public class CustomerMail {

    private final MailTexts texts;
    private final Tags tags;
    private final Conversation conversation;
    private final Messages messages;
    private final Timeline timeline;
    private final Inboxes inboxes;
    private final People people;
    private final Outbox outbox;
    private final Clock clock;

    CustomerMail(
            MailTexts texts,
            Tags tags,
            Conversation conversation,
            Messages messages,
            Timeline timeline,
            Inboxes inboxes,
            People people,
            Outbox outbox,
            Clock clock) {
        this.texts = texts;
        this.tags = tags;
        this.conversation = conversation;
        this.messages = messages;
        this.timeline = timeline;
        this.inboxes = inboxes;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @return the id of the outgoing mail */
    public long confirm(CaseRow row) {
        Map<String, String> values = tags.of(row);
        Said answered = lastOfCustomer(row);
        values.put("message.text", answered == null ? "" : answered.text());
        conversation
                .tooLarge(row.number())
                .ifPresent(size -> values.put("message.too-large", String.format(Locale.ROOT, "%.1f MB", size)));
        Text text = fill(MailTexts.Kind.CONFIRMATION, row, values);
        return send(row, "confirmation:" + row.number(), Messages.Kind.CONFIRMATION, text, answered);
    }

    /** Sends what an agent wrote, laid out as the inbox wants it. */
    public long reply(CaseRow row, long messageId) {
        Said written = conversation.get(messageId);
        Map<String, String> values = tags.of(row);
        values.put("message.text", written.text());
        values.put("agent.name", nameOf(written.author()));
        Said answered = lastOfCustomer(row);
        values.put("quote", answered == null ? "" : quote(answered));
        Text text = fill(MailTexts.Kind.REPLY, row, values);
        List<Attachment> files = conversation.attachments(messageId);
        OutgoingMail mail =
                compose(row, "reply:" + messageId, Draft.Kind.ANSWER, text, files, written.copies(), answered);
        messages.composed(messageId, mail.messageId(), mail.id());
        return mail.id();
    }

    /** Sends all that the customer and we said to each other; notes are never in it. */
    public long summarise(CaseRow row, String cause) {
        Map<String, String> values = tags.of(row);
        values.put("history", history(row));
        Text text = fill(MailTexts.Kind.SUMMARY, row, values);
        return send(row, cause, Messages.Kind.SUMMARY, text, lastOfCustomer(row));
    }

    private Text fill(MailTexts.Kind kind, CaseRow row, Map<String, String> values) {
        Text text = texts.fill(kind, row.inbox(), values);
        if (text.unusable() != null) {
            timeline.add(
                    row.number(),
                    CaseEvent.of(CaseEvent.Kind.TEXT_UNUSABLE, null).because(text.unusable()));
        }
        return text;
    }

    private long send(CaseRow row, String cause, Messages.Kind kind, Text text, @Nullable Said answered) {
        OutgoingMail mail = compose(row, cause, Draft.Kind.AUTOMATIC_ANSWER, text, List.of(), List.of(), answered);
        messages.addComposed(
                row.number(),
                kind,
                inboxes.get(row.inbox()).address(),
                row.requester(),
                text.subject(),
                text.body(),
                mail.messageId(),
                mail.id(),
                clock.instant());
        return mail.id();
    }

    private OutgoingMail compose(
            CaseRow row,
            String cause,
            Draft.Kind kind,
            Text text,
            List<Attachment> attachments,
            List<EmailAddress> copies,
            @Nullable Said answered) {
        return outbox.put(new Draft(
                cause,
                kind,
                row.inbox(),
                row.number(),
                List.of(row.requester()),
                copies,
                text.subject(),
                text.body(),
                answered == null ? null : answered.messageId(),
                answered == null ? List.<MessageId>of() : answered.references(),
                answered == null ? null : answered.threadIndex(),
                attachments));
    }

    private @Nullable Said lastOfCustomer(CaseRow row) {
        return conversation.lastOfCustomer(row.number()).orElse(null);
    }

    private static String quote(Said answered) {
        return answered.text().lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
    }

    private String history(CaseRow row) {
        return conversation.of(row.number()).stream()
                .map(said ->
                        said.at() + "  " + speaker(said) + "\n\n" + said.text().strip())
                .collect(Collectors.joining("\n\n----\n\n"));
    }

    private String speaker(Said said) {
        return said.author() == null ? said.from().label() : nameOf(said.author());
    }

    private String nameOf(@Nullable String user) {
        return user == null ? "" : people.find(user).map(Person::name).orElse(user);
    }
}
