package org.mailroom.mailbox;

import org.mailroom.inbox.InboxKey;
import org.mailroom.mailserver.Login;
import org.mailroom.mailserver.MailServer;

/**
 * How an account on a mail server is set up from which mail is picked up.
 *
 * @param name what people call it, unique
 * @param inbox where its mail goes
 * @param login with secrets in clear; they are kept encrypted
 */
public record MailboxAccount(
        String name, InboxKey inbox, Protocol protocol, MailServer server, Login login, Handling handling) {

    /** @throws IllegalArgumentException where something is asked for that POP3 cannot do */
    public MailboxAccount {
        if (protocol == Protocol.POP3) {
            checkPop3(handling);
        }
    }

    /** One that is handled as usual. */
    public static MailboxAccount imap(String name, InboxKey inbox, MailServer server, Login login) {
        return new MailboxAccount(name, inbox, Protocol.IMAP, server, login, Handling.USUAL);
    }

    private static void checkPop3(Handling handling) {
        boolean possible =
                switch (handling.afterwards()) {
                    case KEEP, DELETE -> handling.folder().equals("INBOX") && handling.sentFolder() == null;
                    case FLAG, MOVE -> false;
                };
        if (!possible) {
            throw new IllegalArgumentException(
                    "Over POP3 there is one folder, INBOX, and mail in it can be kept or deleted, nothing else.");
        }
    }

    /** Without the secrets, so that none is ever logged. */
    @Override
    public String toString() {
        return "MailboxAccount[" + name + "]";
    }
}
