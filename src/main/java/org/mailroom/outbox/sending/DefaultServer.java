package org.mailroom.outbox.sending;

import java.time.Duration;
import java.util.Properties;
import org.mailroom.outbox.smtp.SmtpServer;
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
        return new SmtpServer(
                named.host(), mail.getPort(), protocol(), mail.getSession(), mail.getUsername(), mail.getPassword());
    }

    private String protocol() {
        return mail.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : mail.getProtocol();
    }
}
