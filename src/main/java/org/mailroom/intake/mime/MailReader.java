package org.mailroom.intake.mime;

import java.util.List;
import java.util.function.Predicate;
import org.mailroom.intake.text.NewText;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.Message;
import org.mailroom.message.MessageId;
import org.springframework.stereotype.Component;

/** Reads a mail. Whatever a sender wrote, the result is a message that can be stored, shown and answered. */
@Component
public class MailReader {

    /** Stands where a mail names no sender; mail to it goes nowhere (RFC 2606). */
    public static final EmailAddress NOBODY = new EmailAddress("nobody@sender.invalid", "Unknown sender");

    /**
     * Reads the bytes of a mail.
     *
     * @param id under which the mail was kept
     * @param ours which addresses are our own; an answer never goes there, whatever Reply-To says
     */
    public ReadMail read(MessageId id, byte[] raw, Predicate<EmailAddress> ours) {
        Warnings warnings = new Warnings();
        Entity mail = Mails.parse(raw);
        Parts parts = new Parts(warnings);
        Block words = parts.read(mail);
        Report report = new Report(mail, parts.files());
        return new ReadMail(
                message(id, mail, words, parts, ours, warnings), mail.fields(), report.type(), report.reported());
    }

    private static Message message(
            MessageId id, Entity mail, Block words, Parts parts, Predicate<EmailAddress> ours, Warnings warnings) {
        Letterhead head = new Letterhead(mail.fields(), warnings);
        String text = words.text().strip();
        List<EmailAddress> replyTo =
                head.addresses("reply-to").stream().filter(ours.negate()).toList();
        return new Message(
                id,
                head.from(),
                replyTo,
                head.addresses("to"),
                head.addresses("cc"),
                head.subject(),
                head.sent(),
                head.inReplyTo(),
                head.references(),
                text,
                words.html(),
                NewText.of(text),
                parts.attachments(),
                warnings.all());
    }
}
