package org.mailroom.mailbox;

import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.URLName;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.mailroom.mailserver.Credentials;
import org.mailroom.mailserver.MailServer;
import org.springframework.integration.mail.ImapMailReceiver;

/**
 * Spring Integration's IMAP receiver, for its connection alone. Its {@code receive} is not used: it looks for mail by flags,
 * which other programs set too, and sets flags before anybody has kept the mail.
 */
class ImapConnection extends ImapMailReceiver {

    private static final int FETCH_BYTES = 1_048_576;

    private final String name;

    /** @param credentials what the server is shown, for as long as this connection is used */
    ImapConnection(MailServer server, Credentials credentials, String folder) {
        super(url(server, credentials, folder));
        this.name = folder;
        Properties properties = MailSession.properties(Protocol.IMAP, server, credentials);
        properties.setProperty("mail." + server.protocol("imap") + ".fetchsize", "" + FETCH_BYTES);
        properties.setProperty("mail." + server.protocol("imap") + ".peek", "true");
        setJavaMailProperties(properties);
        setJavaMailAuthenticator(MailSession.login(credentials));
    }

    /** The folder of the account; connects, logs in and opens it where that is not done yet. */
    IMAPFolder folder() throws MessagingException {
        IMAPFolder folder = (IMAPFolder) getFolder();
        if (folder == null || !folder.isOpen()) {
            open();
            folder = (IMAPFolder) getFolder();
        }
        return folder;
    }

    /** Another folder of the account, which is made where it is missing. It is not opened. */
    IMAPFolder folder(String other) throws MessagingException {
        IMAPFolder folder = (IMAPFolder) folder().getStore().getFolder(other);
        if (!folder.exists()) {
            folder.create(Folder.HOLDS_MESSAGES);
        }
        return folder;
    }

    /** Whether the server has a capability, such as MOVE. */
    boolean can(String capability) throws MessagingException {
        return ((IMAPStore) folder().getStore()).hasCapability(capability);
    }

    private void open() throws MessagingException {
        try {
            openFolder();
        } catch (IllegalStateException missing) {
            throw new FolderNotFoundException(null, name, missing);
        }
    }

    /** Without the password: an address is soon written into a log. */
    private static String url(MailServer server, Credentials credentials, String folder) {
        return new URLName(server.protocol("imap"), server.host(), server.port(), folder, credentials.username(), null)
                .toString();
    }
}
