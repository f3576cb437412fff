package org.mailroom.outbox.sending;

import jakarta.mail.Session;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailserver.ConnectionProperties;
import org.mailroom.mailserver.Credentials;
import org.mailroom.mailserver.Login;
import org.mailroom.mailserver.Logins;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.Trouble;
import org.mailroom.outbox.OutgoingAccount;
import org.mailroom.outbox.smtp.SmtpLine;
import org.mailroom.outbox.smtp.SmtpServer;
import org.mailroom.outbox.smtp.SmtpServer.Access;
import org.springframework.stereotype.Component;

/** Opens the way to the mail servers of accounts. */
@Component
public class AccountServers {

    private final Logins logins;
    private final OutboxSettings settings;

    AccountServers(Logins logins, OutboxSettings settings) {
        this.logins = logins;
        this.settings = settings;
    }

    /** @param login the id of the login; null where one need not log in */
    SmtpServer of(MailServer server, @Nullable Long login) {
        boolean token = login != null && logins.get(login) instanceof Login.OAuth;
        return server(server, token, new Access() {
            @Override
            public @Nullable Credentials credentials() {
                return login == null ? null : logins.credentials(login);
            }

            @Override
            public void isRefused() {
                if (token && login != null) {
                    logins.forgetToken(login);
                }
            }
        });
    }

    /**
     * Connects and logs in, as a round of sending does, and sends nothing.
     *
     * @return why that does not work; null where it does
     */
    public @Nullable Trouble test(OutgoingAccount account) {
        Login login = account.login();
        SmtpServer server = server(account.server(), login instanceof Login.OAuth, new Access() {
            @Override
            public @Nullable Credentials credentials() {
                return login == null ? null : logins.credentials(login);
            }

            @Override
            public void isRefused() {
                // It is tried out and not kept.
            }
        });
        try (SmtpLine line = server.line(1)) {
            return line.open();
        }
    }

    private SmtpServer server(MailServer where, boolean token, Access access) {
        Session session = Session.getInstance(
                ConnectionProperties.of("smtp", where, token, settings.connectTimeout(), settings.readTimeout()));
        return new SmtpServer(where, session, access);
    }
}
