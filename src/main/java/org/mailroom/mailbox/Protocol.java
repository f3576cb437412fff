package org.mailroom.mailbox;

import java.util.Locale;
import org.mailroom.mailserver.Security;

/** How mail is picked up. */
public enum Protocol {
    /** The usual one (RFC 3501): the server tells of new mail, and folders can be chosen. */
    IMAP(993, 143),
    /** For servers with nothing better (RFC 1939): one folder, asked again and again, nothing can be flagged or moved. */
    POP3(995, 110);

    private final int portWithTls;
    private final int port;

    Protocol(int portWithTls, int port) {
        this.portWithTls = portWithTls;
        this.port = port;
    }

    public int usualPort(Security security) {
        return security == Security.TLS ? portWithTls : port;
    }

    /** As Jakarta Mail calls it without TLS. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
