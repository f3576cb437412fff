package org.mailroom.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.event.MessageCountListener;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TaskScheduler;

/**
 * Waits until the server tells of new mail by itself (IDLE, RFC 2177). The wait of Spring Integration's receiver is not used:
 * it returns at once for as long as the server counts a mail as recent, which is as long as the folder is open.
 */
class Idling {

    private static final Logger LOG = LoggerFactory.getLogger(Idling.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final ImapConnection connection;
    private final TaskScheduler scheduler;
    private volatile @Nullable IMAPFolder idle;
    private volatile boolean told;
    private int known;

    Idling(ImapConnection connection, TaskScheduler scheduler) {
        this.connection = connection;
        this.scheduler = scheduler;
    }

    /** Hears what the server has to tell by now, which is only in the answer to a command; what it tells later is news. */
    void hear() throws MessagingException {
        noop(connection.folder());
        known = connection.folder().getMessageCount();
    }

    /** Waits at most this long; false where the server is not one that tells. */
    boolean await(Duration most) throws MessagingException {
        if (!connection.can("IDLE")) {
            return false;
        }
        IMAPFolder folder = connection.folder();
        if (folder.getMessageCount() == known) {
            idle(folder, Instant.now().plus(most));
        }
        return true;
    }

    private void idle(IMAPFolder folder, Instant latest) throws MessagingException {
        idle = folder;
        ScheduledFuture<?> look = scheduler.scheduleAtFixedRate(() -> endIfTold(latest), LOOK_EVERY);
        MessageCountListener sooner = new MessageCountAdapter() {
            @Override
            public void messagesAdded(MessageCountEvent added) {
                told = true;
                interrupt();
            }
        };
        // Mail that comes while the waiting begins does not end it by itself.
        folder.addMessageCountListener(sooner);
        try {
            folder.idle(true);
        } finally {
            folder.removeMessageCountListener(sooner);
            look.cancel(false);
            idle = null;
            told = false;
        }
    }

    /**
     * Lets the thread that waits go on, also if it is only about to wait; called from another one, which does not wait for the
     * server: the next look ends the waiting.
     */
    void end() {
        told = true;
    }

    /** A command that came before the waiting began did not end it, so it is given again. */
    private void endIfTold(Instant latest) {
        if (told || Instant.now().isAfter(latest)) {
            interrupt();
        }
    }

    private void interrupt() {
        IMAPFolder folder = idle;
        if (folder == null) {
            return;
        }
        try {
            noop(folder); // any command ends the waiting
        } catch (MessagingException broken) {
            LOG.debug("The connection broke while it waited; who waits is told so too", broken);
        }
    }

    private static void noop(IMAPFolder folder) throws MessagingException {
        folder.doCommand(protocol -> {
            protocol.noop();
            return null;
        });
    }
}
