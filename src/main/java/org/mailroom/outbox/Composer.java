package org.mailroom.outbox;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.Inboxes;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.MessageId;
import org.mailroom.message.SignedMessageIds;
import org.mailroom.message.SignedReferences;
import org.mailroom.outbox.sending.OutboxSettings;
import org.mailroom.outbox.smtp.OneLine;
import org.mailroom.outbox.smtp.Recipients;
import org.springframework.stereotype.Component;

/** Makes the MIME message of a draft (RFC 5322, RFC 2045). Whatever the draft holds, it cannot add a header field. */
@Component
final class Composer {

    private static final int LONGEST_SUBJECT = 250;
    private static final int LONGEST_NAME = 100;

    private final Inboxes inboxes;
    private final Recipients recipients;
    private final SignedMessageIds signedIds;
    private final SignedReferences references;
    private final OutboxSettings settings;
    private final Clock clock;

    Composer(
            Inboxes inboxes,
            Recipients recipients,
            SignedMessageIds signedIds,
            SignedReferences references,
            OutboxSettings settings,
            Clock clock) {
        this.inboxes = inboxes;
        this.recipients = recipients;
        this.signedIds = signedIds;
        this.references = references;
        this.settings = settings;
        this.clock = clock;
    }

    ComposedMail compose(Draft draft) {
        Inbox inbox = inboxes.get(draft.inbox());
        String sender = Recipients.withAsciiDomain(inbox.address().address());
        String domain = sender.substring(sender.lastIndexOf('@') + 1);
        MessageId id = messageId(draft, domain);
        String subject = OneLine.of(draft.subject(), LONGEST_SUBJECT);
        boolean nameless = draft.kind() == Draft.Kind.AUTOMATIC_ANSWER && settings.namelessAnswers();
        try {
            MimeMessage mime = new IdentifiedMessage(id);
            EmailAddress from = new EmailAddress(sender, inbox.name());
            mime.setFrom(inMime(from));
            answersGoToCase(mime, draft, from);
            mime.setRecipients(RecipientType.TO, addresses(draft.to()));
            mime.setRecipients(RecipientType.CC, addresses(recipients.copies(draft)));
            mime.setSubject(subject, "UTF-8");
            mime.setSentDate(Date.from(clock.instant()));
            thread(mime, draft);
            markAutomatic(mime, draft.kind(), domain);
            MailBody.write(mime, text(draft), draft.attachments());
            return new ComposedMail(id, nameless ? "" : sender, whoGetsIt(draft), subject, bytes(mime));
        } catch (MessagingException failed) {
            throw new IllegalStateException("The mail for " + draft.cause() + " cannot be composed", failed);
        }
    }

    private MessageId messageId(Draft draft, String domain) {
        return draft.caseNumber() == null
                ? new MessageId(UUID.randomUUID() + "@" + domain)
                : signedIds.mint(draft.caseNumber().value(), domain);
    }

    private void answersGoToCase(MimeMessage mime, Draft draft, EmailAddress from) throws MessagingException {
        String reference = reference(draft);
        if (settings.replyToCase() && !reference.isEmpty()) {
            mime.setReplyTo(new InternetAddress[] {inMime(from.withDetail(reference))});
        }
    }

    /** What a customer gets ends with a reference, which finds the case where nothing else of the mail comes back. */
    private String text(Draft draft) {
        String reference = reference(draft);
        return reference.isEmpty() ? draft.text() : draft.text().stripTrailing() + "\n\nRef. " + reference + "\n";
    }

    private String reference(Draft draft) {
        return draft.kind() == Draft.Kind.NOTICE || draft.caseNumber() == null
                ? ""
                : references.of(draft.caseNumber().value());
    }

    private InternetAddress[] addresses(List<EmailAddress> wanted) throws MessagingException {
        List<EmailAddress> reachable = recipients.reachable(wanted);
        var addresses = new InternetAddress[reachable.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = inMime(reachable.get(i));
        }
        return addresses;
    }

    private static InternetAddress inMime(EmailAddress address) throws MessagingException {
        try {
            String name = address.name() == null ? null : OneLine.of(address.name(), LONGEST_NAME);
            return new InternetAddress(address.address(), name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("Every Java platform has UTF-8", impossible);
        }
    }

    private void thread(MimeMessage mime, Draft draft) throws MessagingException {
        MessageId answered = draft.inReplyTo();
        if (answered != null && ThreadingFields.fits(answered)) {
            mime.setHeader("In-Reply-To", "\r\n " + answered.inBrackets());
        }
        String references = ThreadingFields.references(draft.references(), answered);
        if (!references.isEmpty()) {
            mime.setHeader("References", "\r\n " + references);
        }
        if (draft.threadIndex() != null) {
            mime.setHeader(
                    "Thread-Index",
                    MimeUtility.fold(
                            14, draft.threadIndex().answered(clock.instant()).value()));
        }
    }

    /** RFC 3834, and what Exchange and older programs want so that they do not answer. The mark is signed: only ours counts. */
    private void markAutomatic(MimeMessage mime, Draft.Kind kind, String domain) throws MessagingException {
        if (kind == Draft.Kind.ANSWER) {
            return;
        }
        boolean answer = kind == Draft.Kind.AUTOMATIC_ANSWER;
        mime.setHeader("Auto-Submitted", answer ? "auto-replied" : "auto-generated");
        if (answer) {
            mime.setHeader("Precedence", "bulk");
        }
        mime.setHeader("X-Auto-Response-Suppress", answer ? "All" : "OOF, AutoReply");
        mime.setHeader(
                "X-Mailroom-Loop", "\r\n " + signedIds.mint("loop", domain).value());
    }

    private List<String> whoGetsIt(Draft draft) {
        List<EmailAddress> wanted = Stream.concat(draft.to().stream(), recipients.copies(draft).stream())
                .toList();
        List<EmailAddress> reachable = recipients.reachable(wanted);
        return (reachable.isEmpty() ? wanted : reachable)
                .stream().map(EmailAddress::address).distinct().toList();
    }

    private static byte[] bytes(MimeMessage mime) throws MessagingException {
        try {
            var bytes = new ByteArrayOutputStream();
            mime.saveChanges();
            mime.writeTo(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
