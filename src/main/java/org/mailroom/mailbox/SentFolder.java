package org.mailroom.mailbox;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.MessageIDTerm;
import java.io.ByteArrayInputStream;
import org.eclipse.angus.mail.imap.IMAPFolder;

/** The folder of an account that gets copies of what is sent. */
class SentFolder implements SentCopies.Destination {

    private final ImapConnection connection;
    private final String name;

    SentFolder(ImapConnection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /** Adds a mail, read, unless one with its Message-ID is there. */
    @Override
    public void put(byte[] raw, String messageId) throws MessagingException {
        IMAPFolder folder = connection.folder(name);
        folder.open(Folder.READ_WRITE);
        try {
            if (folder.search(new MessageIDTerm(messageId)).length == 0) {
                MimeMessage mail = new MimeMessage(null, new ByteArrayInputStream(raw));
                mail.setFlag(Flags.Flag.SEEN, true);
                folder.appendMessages(new Message[] {mail});
            }
        } finally {
            folder.close(false);
        }
    }
}
