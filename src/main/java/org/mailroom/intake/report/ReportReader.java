package org.mailroom.intake.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.intake.report.DeliveryReport.Outcome;
import org.mailroom.message.Attachment;
import org.mailroom.message.EmailAddress;

/** Reads what a mail says about the delivery of another: in the part for machines, in a header field, in words. */
final class ReportReader {

    private static final int LONGEST_PART = 1_000_000;
    private static final int MOST_PARTS = 5;

    private final ReadMail mail;
    private final Predicate<EmailAddress> ours;
    private final String subject;
    private final ReportText text;
    private final OriginalMail original;
    private final Set<String> addressees;

    ReportReader(ReadMail mail, Predicate<EmailAddress> ours) {
        this.mail = mail;
        this.ours = ours;
        this.subject = mail.message().subject();
        this.text = ReportText.of(words(mail));
        this.original = OriginalMail.of(mail, text);
        this.addressees = addressees(mail);
    }

    Optional<DeliveryReport> read() {
        ReportSigns signs = ReportSigns.of(mail, text);
        if (signs.isPersonal()) {
            return Optional.empty();
        }
        if (Complaint.isOne(mail)) {
            return Optional.of(Complaint.of(mail, original));
        }
        List<RecipientFields> groups = groups(signs);
        return groups.isEmpty() && !signs.isReport(this::namesFailed)
                ? Optional.empty()
                : Optional.of(report(groups, signs));
    }

    private List<RecipientFields> groups(ReportSigns signs) {
        List<RecipientFields> attached = statusParts(signs).stream()
                .flatMap(part -> StatusFields.in(text(part)).stream())
                .toList();
        boolean quoted = attached.isEmpty() && signs.sender() != Daemon.UNLIKELY && text.hasStatusFields();
        return quoted ? StatusFields.in(String.join("\n", text.said())) : attached;
    }

    /** Not those of a report that lies in an attached mail, unless this mail is a report and has its parts in another order. */
    private List<Attachment> statusParts(ReportSigns signs) {
        List<Attachment> parts = mail.message().attachments();
        List<Attachment> own = parts.stream()
                .takeWhile(part -> !part.type().equals("message/rfc822"))
                .filter(ReportReader::isStatus)
                .limit(MOST_PARTS)
                .toList();
        return own.isEmpty() && signs.whole()
                ? parts.stream().filter(ReportReader::isStatus).limit(1).toList()
                : own;
    }

    private DeliveryReport report(List<RecipientFields> groups, ReportSigns signs) {
        Outcome outcome = outcome(groups);
        List<RecipientFields> told = groups.stream()
                .filter(group -> outcome == Outcome.DELIVERED || group.outcome() != Outcome.DELIVERED)
                .toList();
        List<FailedRecipient> recipients = recipients(told, outcome);
        List<String> reasons = new ArrayList<>(signs.reasons());
        if (!groups.isEmpty()) {
            reasons.add(
                    "Delivery report: its status fields say " + outcome.name().toLowerCase(Locale.ROOT) + ".");
        }
        recipients.stream()
                .limit(5)
                .forEach(failed -> reasons.add(
                        "Delivery report: it names " + failed.address() + " with status " + failed.status() + "."));
        return new DeliveryReport(outcome, new Bounce(recipients, original.id()), reasons);
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

    private List<FailedRecipient> recipients(List<RecipientFields> groups, Outcome outcome) {
        boolean late = outcome == Outcome.DELAYED;
        StatusCode otherwise = late ? StatusCode.LATE : StatusCode.FAILED;
        Supplier<Optional<StatusCode>> named = () -> late ? Optional.empty() : StatusCode.worded(subject);
        TextRecipients words = new TextRecipients(text.said(), this::isUnlikely);
        Map<String, TextRecipients.Found> listed = words.find();
        Map<String, FailedRecipient> found = new LinkedHashMap<>();
        for (RecipientFields group : groups) {
            group.address()
                    .filter(address -> !found.containsKey(address.toLowerCase(Locale.ROOT)))
                    .ifPresent(address -> {
                        StatusCode status = group.status()
                                .or(() -> words.statusOf(address, listed))
                                .or(named)
                                .orElse(otherwise);
                        boolean groupLate = group.outcome() == Outcome.DELAYED;
                        found.put(address.toLowerCase(Locale.ROOT), FailedRecipient.of(address, status, groupLate));
                    });
        }
        Optional<StatusCode> told =
                groups.stream().flatMap(group -> group.status().stream()).findFirst();
        for (String address : found.isEmpty() ? named(listed) : List.<String>of()) {
            StatusCode status =
                    told.or(() -> words.statusOf(address, listed)).or(named).orElse(otherwise);
            found.putIfAbsent(address.toLowerCase(Locale.ROOT), FailedRecipient.of(address, status, late));
        }
        return List.copyOf(found.values());
    }

    /** X-Failed-Recipients, then the words, then whom our mail went to if that was one, or one whose name the words say. */
    private List<String> named(Map<String, TextRecipients.Found> listed) {
        List<String> field = failedRecipients();
        if (!field.isEmpty()) {
            return field;
        }
        if (!listed.isEmpty()) {
            return listed.values().stream()
                    .map(found -> found.address().address())
                    .toList();
        }
        List<WrittenAddress> sentTo = original.recipients();
        if (sentTo.size() == 1) {
            return List.of(sentTo.get(0).address());
        }
        Set<String> said =
                new HashSet<>(List.of(text.all().toLowerCase(Locale.ROOT).split("[\\s<>\"'():;,]+")));
        List<String> mentioned = sentTo.stream()
                .filter(address -> said.contains(address.local()))
                .map(WrittenAddress::address)
                .toList();
        return mentioned.isEmpty() ? plainlyNamed() : mentioned;
    }

    /** Our own address only where the report is about nobody else: we wrote to ourselves. */
    private List<String> plainlyNamed() {
        Map<String, TextRecipients.Found> anybody = new TextRecipients(text.said(), address -> false).find();
        return anybody.values().stream()
                .filter(found -> found.standing() == Standing.LISTED)
                .map(found -> found.address().address())
                .toList();
    }

    private List<String> failedRecipients() {
        return mail.fields().all("x-failed-recipients").stream()
                .flatMap(field -> Stream.of(field.split("[,;\\s]+")))
                .flatMap(address -> WrittenAddress.inField(address).stream())
                .toList();
    }

    private boolean namesFailed() {
        return new TextRecipients(text.said(), this::isUnlikely)
                .find().values().stream().anyMatch(found -> found.standing() != Standing.MENTIONED);
    }

    private boolean isUnlikely(String address) {
        return ours.test(EmailAddress.of(address)) || addressees.contains(address);
    }

    /** To whom the report itself goes: to who wrote the mail. */
    private static Set<String> addressees(ReadMail mail) {
        return Stream.concat(
                        Stream.of(mail.message().from().key()),
                        Stream.of("to", "delivered-to", "x-original-to", "envelope-to", "cc")
                                .flatMap(name -> mail.fields().addresses(name).stream())
                                .map(EmailAddress::key))
                .collect(Collectors.toSet());
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
