package org.mailroom.outbox.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailserver.Credentials;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.SignInRefused;

/** A mail server that takes our mail, and how we log in there. */
public final class SmtpServer {

    private final MailServer where;
    private final Session session;
    private final Access access;

    public SmtpServer(MailServer where, Session session, Access access) {
        this.where = where;
        this.session = session;
        this.access = access;
    }

    /** What the server is shown. */
    public interface Access {

        /**
         * @return null where one need not log in
         * @throws SignInRefused where an access token is needed and none is given
         */
        @Nullable
        Credentials credentials();

        /** The server did not take it. */
        void isRefused();
    }

    /** A line to it, connected when it is first needed. */
    public SmtpLine line(int mailsPerConnection) {
        return new SmtpLine(this, mailsPerConnection);
    }

    public MailServer where() {
        return where;
    }

    Session session() {
        return session;
    }

    Access access() {
        return access;
    }

    Transport connect(@Nullable Credentials shown) throws MessagingException {
        Transport transport = session.getTransport(where.protocol("smtp"));
        String user = shown == null ? null : shown.username();
        transport.connect(where.host(), where.port(), user, shown == null ? null : shown.secret());
        return transport;
    }
}
