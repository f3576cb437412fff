package org.mailroom.intake.mime;

import java.util.List;
import java.util.function.Predicate;
import org.mailroom.intake.mime.bytes.Slice;
import org.mailroom.message.Attachment;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.Message;
import org.mailroom.message.MessageId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Reads a mail. Whatever a sender wrote, the result is a message that can be stored, shown and answered. */
@Component
public class MailReader {

    /** Stands where a mail names no sender; mail to it goes nowhere (RFC 2606). */
    public static final EmailAddress NOBODY = new EmailAddress("nobody@sender.invalid", "Unknown sender");

    private final ReadingLimits limits;

    /** With the limits that Mailroom ships with. */
    public MailReader() {
        this(ReadingLimits.DEFAULT);
    }

    @Autowired
    public MailReader(ReadingLimits limits) {
        this.limits = limits;
    }

    /**
     * Reads the bytes of a mail.
     *
     * @param id under which the mail was kept
     * @param ours which addresses are our own; an answer never goes there, whatever Reply-To says
     */
    public ReadMail read(MessageId id, byte[] raw, Predicate<EmailAddress> ours) {
        Reading reading = new Reading(limits);
        Entity mail = Entity.ofMail(Slice.of(raw), reading);
        LastResort lastResort = new LastResort(reading);
        Files files = new Files(reading, lastResort);
        Parts parts = new Parts(reading, files, "");
        Block written = parts.read(mail, Place.whole(0));
        Block words = written.says() ? written : lastResort.block(parts::safe);
        Report report = new Report(mail, files.outer());
        List<Attachment> attachments = files.all().stream()
                .map(file -> file.attachment(parts.shownIds()))
                .toList();
        return new ReadMail(
                message(id, mail, words, attachments, ours, reading.warnings()),
                mail.fields(),
                report.type(),
                report.reported());
    }

    private static Message message(
            MessageId id,
            Entity mail,
            Block words,
            List<Attachment> attachments,
            Predicate<EmailAddress> ours,
            Warnings warnings) {
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
                head.threadIndex(),
                text,
                words.html(),
                words.newText(),
                attachments,
                warnings.all());
    }
}
