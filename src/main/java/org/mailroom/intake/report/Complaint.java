package org.mailroom.intake.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.intake.report.DeliveryReport.Outcome;
import org.mailroom.message.Attachment;

/**
 * Somebody told his mail server that our mail is spam (RFC 5965). The mail arrived, so nothing failed for good; but whoever
 * complains is named like one whom a mail did not reach, because the same follows: write to him no more by yourself.
 */
final class Complaint {

    private static final StatusCode UNWANTED = new StatusCode("4.7.1");

    private Complaint() {}

    static boolean isOne(ReadMail mail) {
        return mail.reportType().equals("feedback-report")
                || mail.message().subject().toLowerCase(Locale.ROOT).startsWith("complaint about message from ")
                || mail.message().attachments().stream()
                        .takeWhile(part -> !part.type().equals("message/rfc822"))
                        .anyMatch(Complaint::isFeedback);
    }

    static DeliveryReport of(ReadMail mail, OriginalMail original) {
        Optional<String> who = Stream.concat(
                        mail.message().attachments().stream()
                                .filter(Complaint::isFeedback)
                                .flatMap(part -> ReportReader.text(part).lines())
                                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("original-rcpt-to:")),
                        original.field("x-hmxmroriginalrecipient").stream())
                .flatMap(line -> WrittenAddress.inField(line).stream())
                .findFirst()
                .or(() -> original.recipients().stream()
                        .map(WrittenAddress::address)
                        .findFirst());
        List<FailedRecipient> recipients = who.stream()
                .map(address -> FailedRecipient.of(address, UNWANTED, false))
                .toList();
        return new DeliveryReport(
                Outcome.COMPLAINT,
                new Bounce(recipients, original.id()),
                List.of("Complaint: a part message/feedback-report says that somebody calls our mail spam."));
    }

    private static boolean isFeedback(Attachment part) {
        return part.type().equals("message/feedback-report");
    }
}
