package org.mailroom.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailserver.Trouble;
import org.mailroom.outbox.KnownAccount;

/** An account by which mail leaves as it stands; its secrets are never told. */
@JsonNaming(SnakeCaseStrategy.class)
record OutgoingAccountAnswer(
        long id,
        String name,
        String host,
        int port,
        String security,
        @Nullable String proxy,
        @Nullable String username,
        int connections,
        int mailsPerMinute,
        List<String> inboxes,
        @Nullable String trouble) {

    @JsonNaming(SnakeCaseStrategy.class)
    record All(List<OutgoingAccountAnswer> outgoingAccounts) {}

    /**
     * What came of trying an account out.
     *
     * @param kind a word for {@code trouble}; null where all is well
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Test(boolean works, @Nullable String kind, @Nullable String trouble) {

        static Test of(@Nullable Trouble trouble) {
            return trouble == null
                    ? new Test(true, null, null)
                    : new Test(false, trouble.kind().name().toLowerCase(Locale.ROOT), trouble.words());
        }
    }

    static OutgoingAccountAnswer of(KnownAccount known) {
        return new OutgoingAccountAnswer(
                known.id(),
                known.name(),
                known.server().host(),
                known.server().port(),
                known.server().security().name().toLowerCase(Locale.ROOT),
                known.server().proxy() == null ? null : known.server().proxy().toString(),
                known.username(),
                known.connections(),
                known.mailsPerMinute(),
                known.inboxes().stream().map(InboxKey::value).toList(),
                known.trouble());
    }
}
