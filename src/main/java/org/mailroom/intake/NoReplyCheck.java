package org.mailroom.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mailroom.intake.Judgement.Kind;
import org.mailroom.intake.mime.MailReader;
import org.mailroom.message.EmailAddress;

/** Nobody reads what would be sent to the address that an answer goes to. */
class NoReplyCheck implements Check {

    private static final Set<String> NOBODY = Set.of(
            "abuse", "bounce", "bounces", "donotreply", "mailerdaemon", "noreply", "noresponse", "postmaster", "root");

    @Override
    public Optional<Judgement> judge(Letter letter) {
        EmailAddress requester = letter.message().requester();
        if (requester.equals(MailReader.NOBODY) || !requester.address().contains("@")) {
            return Optional.of(new Judgement(Kind.UNANSWERABLE, "The mail names no address that could be answered."));
        }
        return NOBODY.contains(localPart(requester))
                ? Optional.of(new Judgement(Kind.UNANSWERABLE, "Nobody reads answers to the sender's address."))
                : Optional.empty();
    }

    /** Without a tag ({@code noreply+42}) and what people put between words ({@code no-reply}, {@code do_not_reply}). */
    private static String localPart(EmailAddress address) {
        String local = address.key().substring(0, address.key().lastIndexOf('@'));
        return local.split("\\+", 2)[0].replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
    }
}
