package org.mailroom.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailbox.Handling;
import org.mailroom.mailbox.Handling.Afterwards;
import org.mailroom.mailbox.MailboxAccount;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.Security;

/** A mailbox as a program sets it up. What is left out is as usual; a secret that is left out stays as it is. */
@JsonNaming(SnakeCaseStrategy.class)
record MailboxBody(
        @Schema(description = "What people call it, unique") @Nullable String name,
        @Schema(description = "Key of the inbox that gets its mail") @Nullable String inbox,
        @Schema(description = "`imap`, which is usual, or `pop3`") @Nullable String protocol,
        @Nullable String host,
        @Schema(description = "The usual one of the protocol where it is left out") @Nullable Integer port,
        @Schema(description = "`tls`, which is usual, `starttls` or `none`") @Nullable String security,
        @Schema(description = "Such as `socks://proxy.example.org:1080`") @Nullable String proxy,
        @Nullable String username,
        @Nullable String password,
        @Schema(description = "Instead of a password") @Nullable SignIn oauth,
        @Schema(description = "`INBOX` where it is left out") @Nullable String folder,
        @Schema(description = "Whether mail that is there already is left alone") @Nullable Boolean skipsOld,
        @Schema(description = "`flag` as read, which is usual with IMAP, `keep`, `move` or `delete`") @Nullable
                String afterwards,
        @Nullable String moveTo,
        @Schema(description = "The folder that gets a copy of what is sent from the inbox") @Nullable
                String sentFolder) {

    /** By what access tokens are got (RFC 6749). */
    @JsonNaming(SnakeCaseStrategy.class)
    record SignIn(
            @Nullable String tokenEndpoint,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable String scope,
            @Schema(description = "Of a person; left out where the client gets tokens in its own name") @Nullable
                    String refreshToken) {}

    /** @param kept how it is set up until now, whose secrets are used if none are given; null if it is new */
    MailboxAccount account(InboxKey inbox, LoginFields logins, LoginFields.@Nullable Kept kept) {
        Protocol chosen = BodyFields.word("protocol", protocol, Protocol.class, Protocol.IMAP);
        MailServer server = server(chosen);
        try {
            return new MailboxAccount(
                    BodyFields.needed("name", name),
                    inbox,
                    chosen,
                    server,
                    logins.read(server, username, password, oauth, kept),
                    handling(chosen));
        } catch (IllegalArgumentException impossible) {
            throw BodyFields.bad("afterwards", String.valueOf(impossible.getMessage()));
        }
    }

    String neededInbox() {
        return BodyFields.needed("inbox", inbox);
    }

    private MailServer server(Protocol chosen) {
        Security wanted = BodyFields.word("security", security, Security.class, Security.TLS);
        return BodyFields.server(host, port == null ? chosen.usualPort(wanted) : port, wanted, proxy);
    }

    private Handling handling(Protocol chosen) {
        Afterwards usual = chosen == Protocol.IMAP ? Afterwards.FLAG : Afterwards.KEEP;
        return new Handling(
                BodyFields.given(folder, "INBOX"),
                Boolean.TRUE.equals(skipsOld),
                BodyFields.word("afterwards", afterwards, Afterwards.class, usual),
                BodyFields.isMissing(moveTo) ? null : moveTo,
                BodyFields.isMissing(sentFolder) ? null : sentFolder);
    }
}
