package org.mailroom.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailbox.Handling;
import org.mailroom.mailbox.Handling.Afterwards;
import org.mailroom.mailbox.MailboxAccount;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailserver.Login;
import org.mailroom.mailserver.Login.OAuth;
import org.mailroom.mailserver.Login.Password;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.Proxy;
import org.mailroom.mailserver.Security;
import org.springframework.http.HttpStatus;

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

    private static final int HIGHEST_PORT = 65_535;

    /** @param known the login whose secrets are used where none are given; null where there is none */
    MailboxAccount account(InboxKey inbox, @Nullable Login known) {
        Protocol chosen = word("protocol", protocol, Protocol.class, Protocol.IMAP);
        MailServer server = server(chosen);
        try {
            return new MailboxAccount(needed("name", name), inbox, chosen, server, login(known), handling(chosen));
        } catch (IllegalArgumentException impossible) {
            throw bad("afterwards", String.valueOf(impossible.getMessage()));
        }
    }

    String neededInbox() {
        return needed("inbox", inbox);
    }

    private MailServer server(Protocol chosen) {
        Security wanted = word("security", security, Security.class, Security.TLS);
        int chosenPort = port == null ? chosen.usualPort(wanted) : port;
        if (chosenPort < 1 || chosenPort > HIGHEST_PORT) {
            throw bad("port", "A port is a number from 1 to 65535.");
        }
        try {
            return new MailServer(needed("host", host), chosenPort, wanted, proxy == null || proxy.isBlank() ? null : Proxy.of(proxy));
        } catch (IllegalArgumentException noProxy) {
            throw bad("proxy", String.valueOf(noProxy.getMessage()));
        }
    }

    private Handling handling(Protocol chosen) {
        Afterwards usual = chosen == Protocol.IMAP ? Afterwards.FLAG : Afterwards.KEEP;
        return new Handling(
                folder == null || folder.isBlank() ? "INBOX" : folder,
                Boolean.TRUE.equals(skipsOld),
                word("afterwards", afterwards, Afterwards.class, usual),
                isMissing(moveTo) ? null : moveTo,
                isMissing(sentFolder) ? null : sentFolder);
    }

    private Login login(@Nullable Login known) {
        String user = needed("username", username);
        if (oauth != null) {
            return oauth(user, oauth, known instanceof OAuth one ? one : null);
        }
        if (isMissing(password) && known instanceof OAuth kept) {
            return new OAuth(
                    user,
                    kept.tokenEndpoint(),
                    kept.clientId(),
                    kept.clientSecret(),
                    kept.scope(),
                    kept.refreshToken());
        }
        String kept = known instanceof Password one ? one.password() : null;
        return new Password(user, needed("password", isMissing(password) ? kept : password));
    }

    private static OAuth oauth(String user, SignIn wanted, @Nullable OAuth known) {
        String endpoint = needed("oauth.token_endpoint", wanted.tokenEndpoint());
        if (!endpoint.startsWith("https://") && !endpoint.startsWith("http://127.0.0.1:")) {
            throw bad("oauth.token_endpoint", "The token endpoint is an https address.");
        }
        return new OAuth(
                user,
                endpoint,
                needed("oauth.client_id", wanted.clientId()),
                kept(wanted.clientSecret(), known == null ? null : known.clientSecret()),
                wanted.scope() == null ? "" : wanted.scope(),
                kept(wanted.refreshToken(), known == null ? null : known.refreshToken()));
    }

    private static @Nullable String kept(@Nullable String given, @Nullable String known) {
        return isMissing(given) ? known : given;
    }

    private static <E extends Enum<E>> E word(String field, @Nullable String given, Class<E> kind, E usual) {
        if (isMissing(given)) {
            return usual;
        }
        return Arrays.stream(kind.getEnumConstants())
                .filter(known -> known.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> bad(
                        field,
                        "It is one of "
                                + Arrays.stream(kind.getEnumConstants())
                                        .map(known -> known.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    private static String needed(String field, @Nullable String given) {
        if (given == null || given.isBlank()) {
            throw bad(field, "It is missing: " + field + ".");
        }
        return given.strip();
    }

    private static boolean isMissing(@Nullable String given) {
        return given == null || given.isBlank();
    }

    private static RuntimeException bad(String field, String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, detail, field);
    }
}
