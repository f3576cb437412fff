package org.mailroom.outbox.sending;

import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailserver.Credentials;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.Security;
import org.mailroom.outbox.smtp.SmtpServer;
import org.mailroom.outbox.smtp.SmtpServer.Access;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server that takes our mail, as set up under {@code spring.mail}. */
@Component
final class DefaultServer {

    private final MailServerSettings named;
    private final JavaMailSenderImpl mail;

    /** @param named first, so that a server that is not named is said before Spring misses what it makes of it */
    DefaultServer(MailServerSettings named, JavaMailSenderImpl mail, OutboxSettings settings) {
        this.named = named;
        this.mail = mail;
        timeOut("connectiontimeout", settings.connectTimeout());
        timeOut("timeout", settings.readTimeout());
        timeOut("writetimeout", settings.writeTimeout());
    }

    /** Jakarta Mail waits for ever unless it is told otherwise; what stands under {@code spring.mail.properties} wins. */
    private void timeOut(String property, Duration time) {
        Properties properties = mail.getJavaMailProperties();
        properties.putIfAbsent("mail." + protocol() + "." + property, String.valueOf(time.toMillis()));
    }

    SmtpServer server() {
        return new SmtpServer(where(), mail.getSession(), new Access() {
            @Override
            public @Nullable Credentials credentials() {
                String user = mail.getUsername();
                String password = mail.getPassword();
                return user == null || password == null ? null : new Credentials(user, password, false);
            }

            @Override
            public void isRefused() {
                // The settings have no other.
            }
        });
    }

    private MailServer where() {
        boolean tls = protocol().equals("smtps");
        int port = mail.getPort() > 0 ? mail.getPort() : tls ? 465 : 25;
        return new MailServer(named.host(), port, tls ? Security.TLS : Security.NONE, null);
    }

    private String protocol() {
        return mail.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : mail.getProtocol();
    }
}
