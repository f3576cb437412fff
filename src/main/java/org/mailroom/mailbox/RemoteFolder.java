package org.mailroom.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.eclipse.angus.mail.imap.protocol.UIDSet;

/** The folder of an account on its IMAP server, asked for mail by number and in raw bytes. */
class RemoteFolder {

    private final ImapConnection connection;

    RemoteFolder(ImapConnection connection) {
        this.connection = connection;
    }

    long uidValidity() throws MessagingException {
        return connection.folder().getUIDValidity();
    }

    /** The number that the next mail will get at least. */
    long nextUid() throws MessagingException {
        return connection.folder().getUIDNext();
    }

    /** The mails above a number, oldest first. */
    List<IMAPMessage> above(long uid) throws MessagingException {
        return between(uid, UIDFolder.LASTUID);
    }

    /** The mails between two numbers, the first one excluded, oldest first. */
    List<IMAPMessage> between(long after, long upTo) throws MessagingException {
        // A range that ends with the last mail always has the last mail in it, however low its number.
        return Stream.of(connection.folder().getMessagesByUID(after + 1, upTo))
                .filter(Objects::nonNull)
                .map(IMAPMessage.class::cast)
                .filter(message -> uid(message) > after)
                .sorted(Comparator.comparingLong(this::uid))
                .toList();
    }

    long uid(Message message) {
        try {
            return connection.folder().getUID(message);
        } catch (MessagingException failed) {
            throw new org.springframework.messaging.MessagingException(
                    "The number of a mail could not be read", failed);
        }
    }

    /** Asks for the sizes of all these mails in one command (RFC822.SIZE). */
    void fetchSizes(List<IMAPMessage> messages) throws MessagingException {
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        connection.folder().fetch(messages.toArray(Message[]::new), sizes);
    }

    /** The beginning of the mail as the server has it, fetched in pieces and so that the server flags nothing. */
    byte[] raw(IMAPMessage message, int most) throws MessagingException, IOException {
        message.setPeek(true);
        try (InputStream stream = message.getMimeStream()) {
            return stream.readNBytes(most);
        }
    }

    /**
     * The mails as the server has them, all by one command, which flags nothing.
     *
     * @return by UID; one that was removed meanwhile is not among them
     */
    Map<Long, byte[]> raw(List<Long> uids) throws MessagingException {
        String numbers = UIDSet.toString(
                UIDSet.createUIDSets(uids.stream().mapToLong(Long::longValue).toArray()));
        Map<Long, byte[]> mails = new HashMap<>();
        connection.folder().doCommand(protocol -> {
            Response[] answers = protocol.command("UID FETCH " + numbers + " (BODY.PEEK[])", null);
            for (Response answer : answers) {
                if (answer instanceof FetchResponse fetched) {
                    UID uid = fetched.getItem(UID.class);
                    BODY body = fetched.getItem(BODY.class);
                    if (uid != null && body != null && body.getByteArray() != null) {
                        mails.put(uid.uid, body.getByteArray().getNewBytes());
                    }
                }
            }
            protocol.notifyResponseHandlers(answers);
            protocol.handleResult(answers[answers.length - 1]);
            return null;
        });
        return mails;
    }

    /** Tells the server, in one command, that these mails were read. */
    void markSeen(List<IMAPMessage> messages) throws MessagingException {
        connection.folder().setFlags(messages.toArray(Message[]::new), new Flags(Flags.Flag.SEEN), true);
    }

    /** Moves mails to another folder, which is made where it is missing. */
    void move(List<IMAPMessage> messages, String to) throws MessagingException {
        IMAPFolder target = connection.folder(to);
        Message[] mails = messages.toArray(Message[]::new);
        if (connection.can("MOVE")) {
            connection.folder().moveMessages(mails, target);
        } else {
            connection.folder().copyMessages(mails, target);
            delete(messages);
        }
    }

    /**
     * Deletes mails. A server that cannot remove just these (RFC 4315) has them marked as deleted: others' mail may be
     * marked so too, and is not ours to remove.
     */
    void delete(List<IMAPMessage> messages) throws MessagingException {
        Message[] mails = messages.toArray(Message[]::new);
        connection.folder().setFlags(mails, new Flags(Flags.Flag.DELETED), true);
        if (connection.can("UIDPLUS")) {
            connection.folder().expunge(mails);
        }
    }
}
