package org.mailroom.intake.report;

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
import org.mailroom.message.EmailAddress;

/** Whom a mail of ours did not reach: as a report tells machines, as a header field says, as the words say. */
final class FailedRecipients {

    private final ReadMail mail;
    private final ReportText text;
    private final OriginalMail original;
    private final Predicate<EmailAddress> ours;
    private final Set<String> addressees;

    FailedRecipients(ReadMail mail, ReportText text, OriginalMail original, Predicate<EmailAddress> ours) {
        this.mail = mail;
        this.text = text;
        this.original = original;
        this.ours = ours;
        this.addressees = addressees(mail);
    }

    /** Whether the words name somebody whom a mail did not reach. */
    boolean areNamed() {
        return new TextRecipients(text.said(), this::isUnlikely)
                .find().values().stream().anyMatch(found -> found.standing() != Standing.MENTIONED);
    }

    /** @param groups what is said of each to machines; empty where nothing is */
    List<FailedRecipient> of(List<RecipientFields> groups, Outcome outcome) {
        boolean late = outcome == Outcome.DELAYED;
        StatusCode otherwise = late ? StatusCode.LATE : StatusCode.FAILED;
        Supplier<Optional<StatusCode>> named =
                () -> late ? Optional.empty() : StatusCode.worded(mail.message().subject());
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
            StatusCode said = words.statusOf(address, listed).or(named).orElse(otherwise);
            StatusCode status = told.orElse(late ? said.whileTrying() : said);
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
}
