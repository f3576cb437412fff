package org.mailroom.mailbox;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import java.time.Duration;
import java.util.Properties;
import org.mailroom.mailserver.ConnectionProperties;
import org.mailroom.mailserver.Credentials;
import org.mailroom.mailserver.MailServer;

/** What Jakarta Mail is told before it connects. */
final class MailSession {

    private static final Duration CONNECTING = Duration.ofSeconds(15);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private MailSession() {}

    static Properties properties(Protocol protocol, MailServer server, Credentials credentials) {
        return ConnectionProperties.of(protocol.word(), server, credentials.token(), CONNECTING, SILENCE);
    }

    static Authenticator login(Credentials credentials) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(credentials.username(), credentials.secret());
            }
        };
    }
}
