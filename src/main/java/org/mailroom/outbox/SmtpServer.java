package org.mailroom.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** The mail server that takes our mail, as set up under {@code spring.mail}. */
@Component
final class SmtpServer {

    private final MailServerSettings named;
    private final JavaMailSenderImpl mail;
    private final OutboxSettings settings;

    /** @param named first, so that a server that is not named is said before Spring misses what it makes of it */
    SmtpServer(MailServerSettings named, JavaMailSenderImpl mail, OutboxSettings settings) {
        this.named = named;
        this.mail = mail;
        this.settings = settings;
        timeOut("connectiontimeout", settings.connectTimeout());
        timeOut("timeout", settings.readTimeout());
        timeOut("writetimeout", settings.writeTimeout());
    }

    /** Jakarta Mail waits for ever unless it is told otherwise; what stands under {@code spring.mail.properties} wins. */
    private void timeOut(String property, Duration time) {
        Properties properties = mail.getJavaMailProperties();
        properties.putIfAbsent("mail." + protocol() + "." + property, String.valueOf(time.toMillis()));
    }

    /** A line for one round of sending, connected when it is first needed. */
    SmtpLine line() {
        return new SmtpLine(this, settings.mailsPerConnection());
    }

    Session session() {
        return mail.getSession();
    }

    Transport connect() throws MessagingException {
        Transport transport = session().getTransport(protocol());
        transport.connect(named.host(), mail.getPort(), mail.getUsername(), mail.getPassword());
        return transport;
    }

    private String protocol() {
        return mail.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : mail.getProtocol();
    }
}
