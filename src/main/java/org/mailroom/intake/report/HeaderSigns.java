package org.mailroom.intake.report;

import java.util.Locale;
import java.util.Set;
import org.mailroom.intake.mime.ReadMail;

/**
 * What speaks for a report on a delivery before a word of its text is read.
 *
 * @param structured whether it has the form of RFC 6522 or the field of Exim; a part for machines alone is not enough, because
 *     people attach one to ask what it means
 * @param whole whether the mail as a whole is a report, and not only some part of it
 * @param subject whether the subject begins as those of reports do
 * @param passedOn whether the subject says that somebody answers a mail or passes it on
 */
record HeaderSigns(Daemon sender, boolean structured, boolean whole, boolean subject, boolean passedOn) {

    private static final Set<String> TYPES = Set.of("delivery-status", "feedback-report", "global-delivery-status");

    static HeaderSigns of(ReadMail mail) {
        String type = mail.fields().first("content-type").orElse("").toLowerCase(Locale.ROOT);
        boolean whole = type.startsWith("multipart/report") || type.startsWith("message/delivery-status");
        String subject = mail.message().subject();
        Daemon sender = Daemon.of(mail);
        boolean named = ReportWords.isSubject(subject);
        boolean believed = whole || type.contains("report-type") || named || sender != Daemon.UNLIKELY;
        return new HeaderSigns(
                sender,
                (TYPES.contains(mail.reportType()) && believed) || mail.fields().has("x-failed-recipients"),
                whole,
                named,
                ReportWords.isPassedOn(subject));
    }

    /** A person passes a report on: its parts are there, but the mail is not itself one. */
    boolean isPersonal() {
        return passedOn && !whole && sender.compareTo(Daemon.PROBABLY) > 0;
    }

    /** Whether nothing speaks for a report, so that no words can make the mail one. */
    boolean areMissing() {
        return sender == Daemon.UNLIKELY && !structured && !whole && !subject;
    }
}
