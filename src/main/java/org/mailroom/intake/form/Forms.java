package org.mailroom.intake.form;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.intake.mime.ReadMail;
import org.mailroom.message.EmailAddress;

/**
 * Reads form mail by the profile that fits best: its gateway's before one whose subject fits, that before one for all mail,
 * and of equals the one that finds more. Mail of a known gateway that no profile can read is still said to be a form.
 */
public final class Forms {

    private Forms() {}

    public static Optional<Form> of(ReadMail mail, List<FormProfile> profiles) {
        FormText text = new FormText(mail);
        return profiles.stream()
                .flatMap(profile -> Attempt.of(mail, profile, text).stream())
                .max(Comparator.comparingInt(Attempt::rank))
                .map(attempt -> attempt.form(mail));
    }

    private record Attempt(FormProfile profile, Fit fit, FormFields fields) {

        static Optional<Attempt> of(ReadMail mail, FormProfile profile, FormText text) {
            return Fit.of(mail, profile)
                    .map(fit -> new Attempt(profile, fit, text.fields(profile)))
                    .filter(attempt -> attempt.fit == Fit.GATEWAY || attempt.isRead());
        }

        boolean isRead() {
            return fit == Fit.GATEWAY ? fields.isForm() : fields.isFormForSure();
        }

        int rank() {
            return 10_000 * (isRead() ? 1 : 0) + 1_000 * fit.ordinal() + fields.count();
        }

        Form form(ReadMail mail) {
            String by = "Known by " + fit.word + " as \"" + profile.name() + "\"";
            return isRead()
                    ? new Form(profile.key(), fields.values(), requester(mail), by + ".")
                    : new Form(
                            profile.key(), FormFields.NONE.values(), null, by + ", but the form was not understood.");
        }

        private @Nullable EmailAddress requester(ReadMail mail) {
            return Stream.of(profile.isFromTrusted(mail))
                    .filter(Boolean::booleanValue)
                    .flatMap(trusted -> fields.email().stream())
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Why a profile may fit, from weak to strong. */
    private enum Fit {
        LABELS("its labels"),
        SUBJECT("its subject"),
        GATEWAY("its sender");

        private final String word;

        Fit(String word) {
            this.word = word;
        }

        /** A mail that answers one was written by hand, whatever it quotes. */
        static Optional<Fit> of(ReadMail mail, FormProfile profile) {
            if (profile.isFromGateway(mail)) {
                return Optional.of(GATEWAY);
            }
            if (mail.message().inReplyTo() != null) {
                return Optional.empty();
            }
            if (profile.hasItsSubject(mail)) {
                return Optional.of(SUBJECT);
            }
            return profile.isForAll() ? Optional.of(LABELS) : Optional.empty();
        }
    }
}
