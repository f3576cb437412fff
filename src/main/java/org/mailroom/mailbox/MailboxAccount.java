package org.mailroom.mailbox;

import org.mailroom.inbox.InboxKey;

/**
 * An account on a mail server whose mail is picked up over IMAP.
 *
 * @param name what people call it, unique
 * @param inbox where its mail goes
 * @param password in clear; it is kept encrypted
 * @param folder which folder is read, usually {@code INBOX}
 */
public record MailboxAccount(
        String name,
        InboxKey inbox,
        String host,
        int port,
        Security security,
        String username,
        String password,
        String folder) {

    /** How the connection is protected. */
    public enum Security {
        /** Not at all; for a mail server on the same machine. */
        NONE,
        /** By TLS after a greeting in clear; a server without it is refused. */
        STARTTLS,
        /** By TLS from the first byte. */
        TLS
    }

    /** Without the password, so that none is ever logged. */
    @Override
    public String toString() {
        return "MailboxAccount[" + name + "]";
    }
}
