package org.mailroom.intake.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.mailroom.intake.mime.ReadMail;

/**
 * What speaks for a report on a delivery.
 *
 * @param structured whether it has the form of RFC 6522 or the field of Exim; a part for machines alone is not enough, because
 *     people attach one to ask what it means
 * @param whole whether the mail as a whole is a report, and not only some part of it
 * @param subject whether the subject begins as those of reports do
 * @param formula whether a sentence of mail servers is in the text
 * @param opensWithFormula whether the text begins with one
 * @param phrase whether the text tells of failing at all
 * @param passedOn whether the subject says that somebody answers a mail or passes it on
 */
record ReportSigns(
        Daemon sender,
        boolean structured,
        boolean whole,
        boolean subject,
        boolean formula,
        boolean opensWithFormula,
        boolean phrase,
        boolean passedOn) {

    private static final Set<String> TYPES = Set.of("delivery-status", "feedback-report", "global-delivery-status");

    static ReportSigns of(ReadMail mail, ReportText text) {
        String type = mail.fields().first("content-type").orElse("").toLowerCase(Locale.ROOT);
        boolean whole = type.startsWith("multipart/report") || type.startsWith("message/delivery-status");
        String subject = mail.message().subject();
        String said = text.all();
        Daemon sender = Daemon.of(mail);
        boolean named = ReportWords.isSubject(subject);
        boolean believed = whole || type.contains("report-type") || named || sender != Daemon.UNLIKELY;
        return new ReportSigns(
                sender,
                (TYPES.contains(mail.reportType()) && believed) || mail.fields().has("x-failed-recipients"),
                whole,
                named,
                ReportWords.hasFormula(said),
                ReportWords.opensWithFormula(text.opening()),
                ReportWords.hasPhrase(said),
                ReportWords.isPassedOn(subject));
    }

    /** A person passes a report on: its parts are there, but the mail is not itself one. */
    boolean isPersonal() {
        return passedOn && !whole && sender.compareTo(Daemon.PROBABLY) > 0;
    }

    /**
     * The less the sender looks like a mail server, the more the words must.
     *
     * @param namesFailed asked last: whether the text names an address as one that failed
     */
    boolean isReport(BooleanSupplier namesFailed) {
        if (structured) {
            return true;
        }
        return switch (sender) {
            case SURELY -> true;
            case PROBABLY -> subject || (formula && !passedOn);
            case UNRETURNABLE -> subject || (formula && namesFailed.getAsBoolean());
            case PROGRAM -> phrase && (subject || formula) && namesFailed.getAsBoolean();
            case UNLIKELY -> subject && opensWithFormula && namesFailed.getAsBoolean();
        };
    }

    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (structured) {
            reasons.add("Delivery report: the mail has the form of one.");
        }
        switch (sender) {
            case SURELY -> reasons.add("Delivery report: the sender is the program of a mail server.");
            case PROBABLY -> reasons.add("Delivery report: the sender is named like a mail server.");
            case UNRETURNABLE -> reasons.add("Delivery report: its Return-Path is empty.");
            case PROGRAM -> reasons.add("Delivery report: a program sent it, as Auto-Submitted or the address says.");
            case UNLIKELY -> {}
        }
        if (subject) {
            reasons.add("Delivery report: the subject begins like that of one.");
        }
        if (formula) {
            reasons.add("Delivery report: the text has a sentence that mail servers write.");
        }
        return reasons;
    }
}
