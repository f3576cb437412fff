package org.mailroom.outbox.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import org.jspecify.annotations.Nullable;

/** A mail server that takes our mail, and how we log in there. */
public final class SmtpServer {

    private final String host;
    private final int port;
    private final String protocol;
    private final Session session;
    private final @Nullable String username;
    private final @Nullable String password;

    /**
     * @param port -1 for that of the protocol
     * @param username null where one need not log in
     */
    public SmtpServer(
            String host,
            int port,
            String protocol,
            Session session,
            @Nullable String username,
            @Nullable String password) {
        this.host = host;
        this.port = port;
        this.protocol = protocol;
        this.session = session;
        this.username = username;
        this.password = password;
    }

    /** A line to it, connected when it is first needed. */
    public SmtpLine line(int mailsPerConnection) {
        return new SmtpLine(this, mailsPerConnection);
    }

    public String host() {
        return host;
    }

    Session session() {
        return session;
    }

    Transport connect() throws MessagingException {
        Transport transport = session.getTransport(protocol);
        transport.connect(host, port, username, password);
        return transport;
    }
}
