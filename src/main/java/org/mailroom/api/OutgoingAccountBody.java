package org.mailroom.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.Security;
import org.mailroom.outbox.OutgoingAccount;
import org.springframework.http.HttpStatus;

/** An account by which mail leaves as a program sets it up. What is left out is as usual; a secret that is left out stays. */
@JsonNaming(SnakeCaseStrategy.class)
record OutgoingAccountBody(
        @Schema(description = "What people call it, unique") @Nullable String name,
        @Nullable String host,
        @Schema(description = "587; with `tls` 465, with `none` 25") @Nullable Integer port,
        @Schema(description = "`starttls`, which is usual, `tls` or `none`") @Nullable String security,
        @Schema(description = "Such as `socks://proxy.example.org:1080`") @Nullable String proxy,
        @Schema(description = "Left out where one need not log in") @Nullable String username,
        @Nullable String password,
        @Schema(description = "Instead of a password") MailboxBody.@Nullable SignIn oauth,
        @Schema(description = "How many at a time; 3 where it is left out") @Nullable Integer connections,
        @Schema(description = "0, which is usual, for any number") @Nullable Integer mailsPerMinute,
        @Schema(description = "Keys of the inboxes whose mail leaves by it") @Nullable List<String> inboxes) {

    /** @param kept how it is set up until now, whose secrets are used if none are given; null if it is new */
    OutgoingAccount account(List<InboxKey> keys, LoginFields logins, LoginFields.@Nullable Kept kept) {
        MailServer server = server();
        return new OutgoingAccount(
                BodyFields.needed("name", name),
                server,
                BodyFields.isMissing(username) ? null : logins.read(server, username, password, oauth, kept),
                number(
                        "connections",
                        connections,
                        OutgoingAccount.USUAL_CONNECTIONS,
                        1,
                        OutgoingAccount.MOST_CONNECTIONS),
                number("mails_per_minute", mailsPerMinute, 0, 0, Integer.MAX_VALUE),
                keys);
    }

    private MailServer server() {
        Security wanted = BodyFields.word("security", security, Security.class, Security.STARTTLS);
        int usual =
                switch (wanted) {
                    case TLS -> 465;
                    case STARTTLS -> 587;
                    case NONE -> 25;
                };
        return BodyFields.server(host, port == null ? usual : port, wanted, proxy);
    }

    private static int number(String field, @Nullable Integer given, int usual, int least, int most) {
        int number = given == null ? usual : given;
        if (number < least || number > most) {
            throw Problem.of(HttpStatus.BAD_REQUEST, "It is a number from " + least + " to " + most + ".", field);
        }
        return number;
    }
}
