package org.mailroom.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailbox.AccountCheck;
import org.mailroom.mailbox.Mailbox;

/** A mailbox as it stands; its secrets are never told. */
@JsonNaming(SnakeCaseStrategy.class)
record MailboxAnswer(
        long id,
        String name,
        String inbox,
        String protocol,
        String host,
        int port,
        String security,
        @Nullable String proxy,
        String username,
        String folder,
        boolean skipsOld,
        String afterwards,
        @Nullable String moveTo,
        @Nullable String sentFolder,
        boolean paused,
        @Nullable Instant lastGoodPickup,
        @Nullable Instant failingSince,
        @Nullable String trouble) {

    @JsonNaming(SnakeCaseStrategy.class)
    record All(List<MailboxAnswer> mailboxes) {}

    /**
     * What came of trying a mailbox out.
     *
     * @param kind a word for {@code trouble}; null where all is well
     * @param mails how many lie in its folder
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Check(boolean works, @Nullable String kind, @Nullable String trouble, int mails) {

        static Check of(AccountCheck.Outcome outcome) {
            return outcome.trouble() == null
                    ? new Check(true, null, null, outcome.mails())
                    : new Check(
                            false,
                            word(outcome.trouble().kind()),
                            outcome.trouble().words(),
                            0);
        }
    }

    static MailboxAnswer of(Mailbox mailbox) {
        return new MailboxAnswer(
                mailbox.id(),
                mailbox.name(),
                mailbox.inbox().value(),
                word(mailbox.protocol()),
                mailbox.server().host(),
                mailbox.server().port(),
                word(mailbox.server().security()),
                mailbox.server().proxy() == null
                        ? null
                        : mailbox.server().proxy().toString(),
                mailbox.username(),
                mailbox.handling().folder(),
                mailbox.handling().skipsOld(),
                word(mailbox.handling().afterwards()),
                mailbox.handling().moveTo(),
                mailbox.handling().sentFolder(),
                mailbox.paused(),
                mailbox.lastGoodPickup(),
                mailbox.failingSince(),
                mailbox.lastError());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
