package org.mailroom.mailbox;

import jakarta.mail.Authenticator;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.UIDFolder;
import jakarta.mail.URLName;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.event.MessageCountListener;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ScheduledFuture;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.mailroom.mailbox.MailboxAccount.Security;
import org.springframework.integration.mail.ImapMailReceiver;
import org.springframework.scheduling.TaskScheduler;

/**
 * Spring Integration's IMAP receiver, asked for mail by number and in raw bytes. Its own {@code receive} is not used: it
 * looks for mail by flags, which other programs set too, and sets flags before anybody has kept the mail.
 */
class UidMailReceiver extends ImapMailReceiver {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final TaskScheduler scheduler;
    private volatile boolean told;
    private int countWhenListed;

    UidMailReceiver(MailboxAccount account, TaskScheduler scheduler) {
        super(url(account));
        this.scheduler = scheduler;
        setJavaMailProperties(ImapProperties.of(account));
        setJavaMailAuthenticator(login(account));
        setTaskScheduler(scheduler);
    }

    long uidValidity() throws MessagingException {
        return opened().getUIDValidity();
    }

    /** The mails above a number, oldest first. */
    List<IMAPMessage> above(long uid) throws MessagingException {
        IMAPFolder folder = opened();
        noop(folder); // only an answer to a command tells of new mail
        countWhenListed = folder.getMessageCount();
        // A range that ends with the last mail always has the last mail in it, however low its number.
        return Stream.of(folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID))
                .filter(Objects::nonNull)
                .map(IMAPMessage.class::cast)
                .filter(message -> uid(message) > uid)
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

    /** Tells the server, in one command, that these mails are done. */
    void markSeen(List<IMAPMessage> messages) throws MessagingException {
        if (!messages.isEmpty()) {
            opened().setFlags(messages.toArray(Message[]::new), new Flags(Flags.Flag.SEEN), true);
        }
    }

    /** Whether the server tells of new mail by itself (RFC 2177). */
    boolean tellsOfNewMail() throws MessagingException {
        return ((IMAPStore) opened().getStore()).hasCapability("IDLE");
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
            openFolder();
            folder = (IMAPFolder) getFolder();
        }
        return folder;
    }

    private static void noop(IMAPFolder folder) throws MessagingException {
        folder.doCommand(protocol -> {
            protocol.noop();
            return null;
        });
    }

    /** Without the password: an address is soon written into a log. */
    private static String url(MailboxAccount account) {
        String protocol = account.security() == Security.TLS ? "imaps" : "imap";
        return new URLName(protocol, account.host(), account.port(), account.folder(), account.username(), null)
                .toString();
    }

    private static Authenticator login(MailboxAccount account) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(account.username(), account.password());
            }
        };
    }
}
