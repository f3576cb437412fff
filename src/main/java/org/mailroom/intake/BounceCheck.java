package org.mailroom.intake;

import java.util.Optional;
import org.mailroom.intake.Judgement.Kind;
import org.mailroom.intake.report.DeliveryReport;

/**
 * A mail server says what became of a mail of ours. An empty return path alone does not make a bounce: automatic answers
 * have one too, and a case would be lost. A complaint about spam (RFC 5965) is judged like a bounce, because the same
 * follows: it is filed, and nobody is written to by himself.
 */
class BounceCheck implements Check {

    @Override
    public Optional<Judgement> judge(Letter letter) {
        return DeliveryReport.in(letter.mail(), letter::isOurs).map(BounceCheck::judgement);
    }

    private static Judgement judgement(DeliveryReport report) {
        Kind kind =
                switch (report.outcome()) {
                    case FAILED, COMPLAINT -> Kind.BOUNCE;
                    case DELAYED -> Kind.DELAY_NOTICE;
                    case DELIVERED -> Kind.RECEIPT;
                };
        return new Judgement(kind, false, report.reasons(), kind == Kind.RECEIPT ? null : report.bounce());
    }
}
