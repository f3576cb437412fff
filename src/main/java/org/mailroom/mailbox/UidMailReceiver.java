package org.mailroom.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.URLName;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.event.MessageCountListener;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.MessageIDTerm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Stream;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.eclipse.angus.mail.imap.protocol.UIDSet;
import org.mailroom.mailserver.Credentials;
import org.mailroom.mailserver.MailServer;
import org.springframework.integration.mail.ImapMailReceiver;
import org.springframework.scheduling.TaskScheduler;

/**
 * Spring Integration's IMAP receiver, asked for mail by number and in raw bytes. Its own {@code receive} is not used: it
 * looks for mail by flags, which other programs set too, and sets flags before anybody has kept the mail.
 */
class UidMailReceiver extends ImapMailReceiver {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private static final int FETCH_BYTES = 1_048_576;

    private final String name;
    private final TaskScheduler scheduler;
    private volatile boolean told;
    private int countWhenListed;

    /** @param credentials what the server is shown, for as long as this connection is used */
    UidMailReceiver(MailServer server, Credentials credentials, String folder, TaskScheduler scheduler) {
        super(url(server, credentials, folder));
        this.name = folder;
        this.scheduler = scheduler;
        Properties properties = MailSession.properties(Protocol.IMAP, server, credentials);
        properties.setProperty("mail." + server.protocol("imap") + ".fetchsize", "" + FETCH_BYTES);
        properties.setProperty("mail." + server.protocol("imap") + ".peek", "true");
        setJavaMailProperties(properties);
        setJavaMailAuthenticator(MailSession.login(credentials));
        setTaskScheduler(scheduler);
    }

    long uidValidity() throws MessagingException {
        return opened().getUIDValidity();
    }

    /** How many mails the folder has. */
    int count() throws MessagingException {
        return opened().getMessageCount();
    }

    /** The number that the next mail will get at least. */
    long nextUid() throws MessagingException {
        return opened().getUIDNext();
    }

    /** The mails above a number, oldest first. */
    List<IMAPMessage> above(long uid) throws MessagingException {
        IMAPFolder folder = opened();
        noop(folder); // only an answer to a command tells of new mail
        countWhenListed = folder.getMessageCount();
        return between(uid, UIDFolder.LASTUID);
    }

    /** The mails between two numbers, the first one excluded, oldest first. */
    List<IMAPMessage> between(long after, long upTo) throws MessagingException {
        // A range that ends with the last mail always has the last mail in it, however low its number.
        return Stream.of(opened().getMessagesByUID(after + 1, upTo))
                .filter(Objects::nonNull)
                .map(IMAPMessage.class::cast)
                .filter(message -> uid(message) > after)
                .sorted(Comparator.comparingLong(this::uid))
                .toList();
    }

    long uid(Message message) {
        try {
            return opened().getUID(message);
        } catch (MessagingException failed) {
            throw new org.springframework.messaging.MessagingException(
                    "The number of a mail could not be read", failed);
        }
    }

    /** Asks for the sizes of all these mails in one command (RFC822.SIZE). */
    void fetchSizes(List<IMAPMessage> messages) throws MessagingException {
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        opened().fetch(messages.toArray(Message[]::new), sizes);
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
        opened().doCommand(protocol -> {
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
        opened().setFlags(messages.toArray(Message[]::new), new Flags(Flags.Flag.SEEN), true);
    }

    /** Moves mails to another folder, which is made where it is missing. */
    void move(List<IMAPMessage> messages, String to) throws MessagingException {
        IMAPFolder target = folder(to);
        Message[] mails = messages.toArray(Message[]::new);
        if (can("MOVE")) {
            opened().moveMessages(mails, target);
        } else {
            opened().copyMessages(mails, target);
            delete(messages);
        }
    }

    /**
     * Deletes mails. A server that cannot remove just these (RFC 4315) has them marked as deleted: others' mail may be
     * marked so too, and is not ours to remove.
     */
    void delete(List<IMAPMessage> messages) throws MessagingException {
        Message[] mails = messages.toArray(Message[]::new);
        opened().setFlags(mails, new Flags(Flags.Flag.DELETED), true);
        if (can("UIDPLUS")) {
            opened().expunge(mails);
        }
    }

    /** Adds a mail to a folder, read, unless one with its Message-ID is there. The folder is made where it is missing. */
    void append(String to, byte[] raw, String messageId) throws MessagingException {
        IMAPFolder folder = folder(to);
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

    private IMAPFolder folder(String name) throws MessagingException {
        IMAPFolder folder = (IMAPFolder) opened().getStore().getFolder(name);
        if (!folder.exists()) {
            folder.create(Folder.HOLDS_MESSAGES);
        }
        return folder;
    }

    /** Whether the server tells of new mail by itself (RFC 2177). */
    boolean tellsOfNewMail() throws MessagingException {
        return can("IDLE");
    }

    private boolean can(String capability) throws MessagingException {
        return ((IMAPStore) opened().getStore()).hasCapability(capability);
    }

    /**
     * Waits until the server tells of something new, at most this long. The receiver's own wait is not used: it returns at
     * once for as long as the server counts a mail as recent, which is as long as the folder is open.
     */
    void awaitNews(Duration most) throws MessagingException {
        IMAPFolder folder = opened();
        if (folder.getMessageCount() != countWhenListed) {
            return;
        }
        Instant latest = Instant.now().plus(most);
        ScheduledFuture<?> look = scheduler.scheduleAtFixedRate(() -> endIfTold(latest), LOOK_EVERY);
        MessageCountListener sooner = new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent added) {
                endWaiting();
            }
        };
        // Mail that comes while the waiting begins does not end it by itself.
        folder.addMessageCountListener(sooner);
        try {
            folder.idle(true);
        } finally {
            folder.removeMessageCountListener(sooner);
            look.cancel(false);
            told = false;
        }
    }

    /** Lets the thread that waits for news go on, also if it is only about to wait; called from another one. */
    void endWaiting() {
        told = true;
        interrupt();
    }

    /** A command that came before the waiting began did not end it, so it is given again. */
    private void endIfTold(Instant latest) {
        if (told || Instant.now().isAfter(latest)) {
            interrupt();
        }
    }

    private void interrupt() {
        IMAPFolder folder = (IMAPFolder) getFolder();
        if (folder == null) {
            return;
        }
        try {
            noop(folder); // any command ends the waiting
        } catch (MessagingException broken) {
            logger.debug(broken, "The connection broke while it waited; who waits is told so too");
        }
    }

    private IMAPFolder opened() throws MessagingException {
        IMAPFolder folder = (IMAPFolder) getFolder();
        if (folder == null || !folder.isOpen()) {
            open();
            folder = (IMAPFolder) getFolder();
        }
        return folder;
    }

    private void open() throws MessagingException {
        try {
            openFolder();
        } catch (IllegalStateException missing) {
            throw new FolderNotFoundException(null, name, missing);
        }
    }

    private static void noop(IMAPFolder folder) throws MessagingException {
        folder.doCommand(protocol -> {
            protocol.noop();
            return null;
        });
    }

    /** Without the password: an address is soon written into a log. */
    private static String url(MailServer server, Credentials credentials, String folder) {
        return new URLName(server.protocol("imap"), server.host(), server.port(), folder, credentials.username(), null)
                .toString();
    }
}
