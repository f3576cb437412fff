package org.mailroom.message;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One mail, understood. Every text is decoded and free of NUL characters.
 *
 * @param id as the sender set it, or one made up from the mail's bytes where he set none
 * @param from the author; the reception puts a placeholder where a mail names none
 * @param replyTo where an answer goes, empty where the author's address is meant
 * @param subject on one line, empty where there is none
 * @param sent the Date field; null where it is missing or unreadable
 * @param inReplyTo the message that this one answers; null where it answers none
 * @param references its ancestors, oldest first
 * @param threadIndex the conversation that it belongs to by Outlook's count; null where it names none
 * @param text the whole as plain text, made from the HTML where the mail has only that
 * @param html sanitised, safe to show in a sandboxed frame; null where the mail has none
 * @param newText the text without quotation and signature; never empty when the text is not
 * @param warnings what could not be read as it was meant, one sentence each
 */
public record Message(
        MessageId id,
        EmailAddress from,
        List<EmailAddress> replyTo,
        List<EmailAddress> to,
        List<EmailAddress> cc,
        String subject,
        @Nullable Instant sent,
        @Nullable MessageId inReplyTo,
        List<MessageId> references,
        @Nullable ThreadIndex threadIndex,
        String text,
        @Nullable String html,
        String newText,
        List<Attachment> attachments,
        List<String> warnings) {

    public Message {
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
        warnings = List.copyOf(warnings);
    }

    /** Whom an answer goes to. */
    public EmailAddress requester() {
        return replyTo.isEmpty() ? from : replyTo.get(0);
    }

    /** The same, of whose body nothing was kept. */
    public Message headerAlone() {
        return new Message(
                id,
                from,
                replyTo,
                to,
                cc,
                subject,
                sent,
                inReplyTo,
                references,
                threadIndex,
                "",
                null,
                "",
                List.of(),
                List.of());
    }

    /** The same, answered to somebody else than its author. */
    public Message askedBy(EmailAddress requester) {
        return with(List.of(requester), warnings);
    }

    /** The same with one more warning, a sentence. */
    public Message warned(String warning) {
        return with(
                replyTo, Stream.concat(warnings.stream(), Stream.of(warning)).toList());
    }

    private Message with(List<EmailAddress> answeredTo, List<String> said) {
        return new Message(
                id,
                from,
                answeredTo,
                to,
                cc,
                subject,
                sent,
                inReplyTo,
                references,
                threadIndex,
                text,
                html,
                newText,
                attachments,
                said);
    }
}
