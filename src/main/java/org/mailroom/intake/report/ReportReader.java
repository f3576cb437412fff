package org.mailroom.intake.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.intake.report.DeliveryReport.Outcome;
import org.mailroom.message.Attachment;
import org.mailroom.message.EmailAddress;

/** Reads what a mail says about the delivery of another: in the part for machines, in a header field, in words. */
final class ReportReader {

    private static final int LONGEST_PART = 1_000_000;
    private static final int MOST_PARTS = 5;
    private static final int MOST_NAMED = 5;

    private final ReadMail mail;
    private final HeaderSigns header;
    private final String subject;
    private final ReportText text;
    private final OriginalMail original;
    private final FailedRecipients recipients;

    private ReportReader(ReadMail mail, HeaderSigns header, Predicate<EmailAddress> ours) {
        this.mail = mail;
        this.header = header;
        this.subject = mail.message().subject();
        this.text = ReportText.of(words(mail));
        this.original = OriginalMail.of(mail, text);
        this.recipients = new FailedRecipients(mail, text, original, ours);
    }

    /** The text of nearly all mails need not be read for it. */
    static Optional<DeliveryReport> read(ReadMail mail, Predicate<EmailAddress> ours) {
        HeaderSigns header = HeaderSigns.of(mail);
        boolean none = header.isPersonal() || (header.areMissing() && !Complaint.isOne(mail));
        return none ? Optional.empty() : new ReportReader(mail, header, ours).read();
    }

    private Optional<DeliveryReport> read() {
        if (Complaint.isOne(mail)) {
            return Optional.of(Complaint.of(mail, original));
        }
        ReportSigns signs = ReportSigns.of(header, text);
        List<RecipientFields> groups = groups();
        return groups.isEmpty() && !signs.isReport(recipients::areNamed)
                ? Optional.empty()
                : Optional.of(report(groups, signs));
    }

    private List<RecipientFields> groups() {
        List<RecipientFields> attached = statusParts().stream()
                .flatMap(part -> StatusFields.in(text(part)).stream())
                .toList();
        boolean quoted = attached.isEmpty() && header.sender() != Daemon.UNLIKELY && text.hasStatusFields();
        return quoted ? StatusFields.in(String.join("\n", text.said())) : attached;
    }

    /** Not those of a report that lies in an attached mail, unless this mail is a report and has its parts in another order. */
    private List<Attachment> statusParts() {
        if (!header.structured() && !header.whole()) {
            return List.of();
        }
        List<Attachment> parts = mail.message().attachments();
        List<Attachment> own = parts.stream()
                .takeWhile(part -> !part.type().equals("message/rfc822"))
                .filter(ReportReader::isStatus)
                .limit(MOST_PARTS)
                .toList();
        return own.isEmpty() && header.whole()
                ? parts.stream().filter(ReportReader::isStatus).limit(1).toList()
                : own;
    }

    private DeliveryReport report(List<RecipientFields> groups, ReportSigns signs) {
        Outcome outcome = outcome(groups);
        List<RecipientFields> told = groups.stream()
                .filter(group -> outcome == Outcome.DELIVERED || group.outcome() != Outcome.DELIVERED)
                .toList();
        List<FailedRecipient> failed = recipients.of(told, outcome);
        List<String> reasons = new ArrayList<>(signs.reasons());
        if (!groups.isEmpty()) {
            reasons.add(
                    "Delivery report: its status fields say " + outcome.name().toLowerCase(Locale.ROOT) + ".");
        }
        failed.stream()
                .limit(MOST_NAMED)
                .forEach(recipient -> reasons.add("Delivery report: it names " + recipient.address() + " with status "
                        + recipient.status() + "."));
        return new DeliveryReport(outcome, new Bounce(failed, original.id()), reasons);
    }

    /** One failure makes it a failure; where nothing is said to machines, the words tell. */
    private Outcome outcome(List<RecipientFields> groups) {
        List<Outcome> outcomes = groups.stream().map(RecipientFields::outcome).toList();
        if (outcomes.isEmpty()) {
            return ReportWords.isLate(subject, text.all()) ? Outcome.DELAYED : Outcome.FAILED;
        }
        return Stream.of(Outcome.FAILED, Outcome.DELAYED)
                .filter(outcomes::contains)
                .findFirst()
                .orElse(Outcome.DELIVERED);
    }

    /** The parts in words; where there are none, files of text, as some gateways attach everything. */
    private static String words(ReadMail mail) {
        String text = mail.message().text();
        return !text.isBlank()
                ? text
                : mail.message().attachments().stream()
                        .filter(part -> part.type().equals("text/plain"))
                        .map(ReportReader::text)
                        .findFirst()
                        .orElse("");
    }

    private static boolean isStatus(Attachment part) {
        return part.type().equals("message/delivery-status") || part.type().equals("message/global-delivery-status");
    }

    static String text(Attachment part) {
        byte[] bytes = part.content().bytes();
        return new String(bytes, 0, Math.min(bytes.length, LONGEST_PART), StandardCharsets.UTF_8);
    }
}
