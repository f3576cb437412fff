package org.mailroom.intake.forward;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The mail that somebody passed on to us, as his mail names it. Everything in it is what he says; whether it is believed is
 * decided by {@link AssertedRequester}.
 *
 * @param from its author; null where the mail does not say
 * @param date as it is written, in the form of the mail program that wrote it; empty where it is not
 * @param subject empty where it is not written
 * @param text what its author wrote
 * @param html the same as safe HTML; null where there is none
 * @param words what the one who passed it on wrote above it; empty where he wrote nothing
 * @param evidence what it was known by, a sentence for people
 */
public record Forward(
        How how,
        @Nullable Correspondent from,
        List<Correspondent> replyTo,
        List<Correspondent> to,
        List<Correspondent> cc,
        String date,
        String subject,
        String text,
        @Nullable String html,
        String words,
        String evidence) {

    /** The way it was passed on. */
    public enum How {
        /** A mail server sent it on as it is: its author is still the author of the mail. */
        REDIRECT,
        /** It is attached as a mail of its own. */
        ATTACHED,
        /** It stands in the text. */
        INLINE;

        /** As it is told to programs: {@code redirect}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Forward {
        replyTo = List.copyOf(replyTo);
        to = List.copyOf(to);
        cc = List.copyOf(cc);
    }
}
