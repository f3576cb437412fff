package org.mailroom.intake.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.message.EmailAddress;

/**
 * What a mail server says about a mail of ours.
 *
 * @param reasons what it was recognised by, one sentence each
 */
public record DeliveryReport(Outcome outcome, Bounce bounce, List<String> reasons) {

    /** What became of the mail. */
    public enum Outcome {
        /** At least one recipient will not get it. */
        FAILED,
        /** It is late and the server keeps trying. */
        DELAYED,
        /** It arrived, or went on to where nobody tells any more. */
        DELIVERED,
        /** It arrived and the recipient calls it spam. */
        COMPLAINT
    }

    public DeliveryReport {
        reasons = List.copyOf(reasons);
    }

    /** @param ours which addresses are our own; none of them is the one that failed, unless the report plainly says so */
    public static Optional<DeliveryReport> in(ReadMail mail, Predicate<EmailAddress> ours) {
        return ReportReader.read(mail, ours);
    }
}
