package org.mailroom.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailserver.Credentials;
import org.mailroom.mailserver.Logins;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.Trouble;
import org.mailroom.mailserver.Trouble.Kind;
import org.springframework.stereotype.Component;

/** Tries out whether an account can be picked up as it is set up: connects, logs in and opens its folder. Changes nothing. */
@Component
public class AccountCheck {

    private final Logins logins;
    private final ImapConnections imap;

    AccountCheck(Logins logins, ImapConnections imap) {
        this.logins = logins;
        this.imap = imap;
    }

    /**
     * What came of it.
     *
     * @param trouble why it cannot be picked up; null where it can
     * @param mails how many lie in the folder; 0 where it cannot be opened
     */
    public record Outcome(@Nullable Trouble trouble, int mails) {}

    /** Takes up to a minute where the server does not answer. */
    public Outcome of(MailboxAccount account) {
        try {
            Credentials credentials = logins.credentials(account.login());
            String folder = account.handling().folder();
            return new Outcome(
                    null,
                    account.protocol() == Protocol.IMAP
                            ? countOverImap(account.server(), credentials, folder)
                            : countOverPop3(account.server(), credentials));
        } catch (MessagingException | RuntimeException failed) {
            return new Outcome(
                    Trouble.of(failed, account.server(), account.login().username())
                            .orElseGet(() -> new Trouble(Kind.OTHER, "Mailroom failed: " + Failure.of(failed))),
                    0);
        }
    }

    private int countOverImap(MailServer server, Credentials credentials, String folder) throws MessagingException {
        ImapConnection connection = imap.connection(server, credentials, folder);
        try {
            return connection.folder().getMessageCount();
        } finally {
            connection.destroy();
        }
    }

    private static int countOverPop3(MailServer server, Credentials credentials) throws MessagingException {
        try (Store store = Pop3Pickup.open(server, credentials);
                Folder folder = store.getFolder("INBOX")) {
            folder.open(Folder.READ_ONLY);
            return folder.getMessageCount();
        }
    }
}
