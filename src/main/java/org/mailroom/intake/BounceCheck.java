package org.mailroom.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mailroom.intake.Judgement.Kind;

/**
 * A mail server says what became of a mail of ours (RFC 3464), or says so without the form that RFC 3464 asks for. An empty
 * return path alone does not make a bounce: automatic answers have one too, and a case would be lost.
 */
class BounceCheck implements Check {

    private static final List<String> SUBJECTS = List.of(
            "delivery status",
            "delivery failure",
            "delivery has failed",
            "failure notice",
            "mail delivery failed",
            "returned mail",
            "undeliverable",
            "undelivered mail returned",
            "unzustellbar",
            "nicht zustellbar");

    @Override
    public Optional<Judgement> judge(Letter letter) {
        boolean bounce = letter.mail().reportType().equals("delivery-status")
                || letter.fields().has("X-Failed-Recipients")
                || localPart(letter).equals("mailer-daemon")
                || (saysSo(letter)
                        && (ReturnPath.isEmpty(letter) || localPart(letter).equals("postmaster")));
        return bounce
                ? Optional.of(new Judgement(Kind.BOUNCE, "A mail server reports on the delivery of a mail."))
                : Optional.empty();
    }

    private static boolean saysSo(Letter letter) {
        String subject = letter.message().subject().toLowerCase(Locale.ROOT);
        return SUBJECTS.stream().anyMatch(subject::startsWith);
    }

    private static String localPart(Letter letter) {
        return letter.message().from().key().split("@", 2)[0];
    }
}
