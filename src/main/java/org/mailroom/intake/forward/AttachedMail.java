package org.mailroom.intake.forward;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailroom.intake.forward.Forward.How;
import org.mailroom.intake.mime.MailReader;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.intake.mime.field.Fields;
import org.mailroom.message.Attachment;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.Message;

/**
 * A mail that is there to bring one other, which is attached (RFC 2046, 5.2.1). Not an answer, not a report, and not a mail
 * that has other files beside it, unless its subject says that it is a forward.
 */
final class AttachedMail {

    private static final Set<String> MACHINES = Set.of("mailer-daemon", "postmaster");

    private final MailReader reader;

    AttachedMail(MailReader reader) {
        this.reader = reader;
    }

    Optional<Forward> in(ReadMail mail) {
        List<Attachment> files = mail.message().attachments().stream()
                .filter(file -> !file.isWithin())
                .toList();
        List<Attachment> mails = files.stream().filter(AttachedMail::isMail).toList();
        if (mails.size() != 1 || isReport(mail)) {
            return Optional.empty();
        }
        boolean alone = files.stream().filter(file -> !file.inline()).count() == 1;
        return switch (SubjectLine.of(mail.message().subject()).opening()) {
            case FORWARD -> read(mail, mails.get(0));
            case NONE, UNCLEAR -> alone ? read(mail, mails.get(0)) : Optional.empty();
            case REPLY -> Optional.empty();
        };
    }

    private static boolean isMail(Attachment file) {
        return file.type().equals("message/rfc822")
                || file.type().equals("message/global")
                || file.name().toLowerCase(Locale.ROOT).endsWith(".eml");
    }

    /** What mail servers and programs send by themselves has the mail attached that it is about. */
    private static boolean isReport(ReadMail mail) {
        String author = mail.message().from().key();
        String automatic = mail.fields().first("auto-submitted").orElse("no");
        return !mail.reportType().isEmpty()
                || mail.fields().has("x-failed-recipients")
                || MACHINES.contains(author.substring(0, Math.max(0, author.indexOf('@'))))
                || automatic.toLowerCase(Locale.ROOT).startsWith("auto-replied")
                || mail.fields().first("return-path").filter("<>"::equals).isPresent();
    }

    private Optional<Forward> read(ReadMail mail, Attachment attached) {
        ReadMail original = reader.read(mail.message().id(), attached.content().bytes(), address -> false);
        return original.fields().has("from") ? Optional.of(forward(mail.message(), original)) : Optional.empty();
    }

    private static Forward forward(Message mail, ReadMail original) {
        Message message = original.message();
        Fields fields = original.fields();
        return new Forward(
                How.ATTACHED,
                Correspondent.of(message.from()),
                people(message.replyTo()),
                people(message.to()),
                people(message.cc()),
                fields.first("date").orElse(""),
                message.subject(),
                message.text(),
                message.html(),
                mail.text(),
                "It brings one mail, which is attached.");
    }

    private static List<Correspondent> people(List<EmailAddress> addresses) {
        return addresses.stream().map(Correspondent::of).toList();
    }
}
