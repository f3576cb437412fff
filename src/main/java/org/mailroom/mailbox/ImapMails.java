package org.mailroom.mailbox;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/** Brings mails from an IMAP server in: several by one command and in one transaction, and where that fails one by one. */
class ImapMails {

    private static final Logger LOG = LoggerFactory.getLogger(ImapMails.class);
    private static final int MOST_BYTES = 4 * 1_048_576;

    private final Mailbox account;
    private final RemoteFolder folder;
    private final SizeLimit sizeLimit;
    private final FrontDoor frontDoor;
    private final Set<Long> refused = new TreeSet<>();

    ImapMails(Mailbox account, RemoteFolder folder, SizeLimit sizeLimit, FrontDoor frontDoor) {
        this.account = account;
        this.folder = folder;
        this.sizeLimit = sizeLimit;
        this.frontDoor = frontDoor;
    }

    /**
     * Keeps mails.
     *
     * @return those of which the server may be told that they are done; one that it alone has as a whole is not among them
     */
    List<IMAPMessage> keep(List<IMAPMessage> messages, long uidValidity) throws MessagingException {
        folder.fetchSizes(messages);
        List<IMAPMessage> done = new ArrayList<>();
        List<IMAPMessage> together = new ArrayList<>();
        long bytes = 0;
        for (IMAPMessage message : messages) {
            if (bytes + message.getSize() > MOST_BYTES) {
                done.addAll(keepTogether(together, uidValidity));
                together.clear();
                bytes = 0;
            }
            if (message.getSize() > MOST_BYTES) {
                done.addAll(keepEach(List.of(message), uidValidity));
            } else {
                together.add(message);
                bytes += message.getSize();
            }
        }
        done.addAll(keepTogether(together, uidValidity));
        return done;
    }

    /** The numbers of mails that could not be kept. */
    Set<Long> refused() {
        return refused;
    }

    private List<IMAPMessage> keepTogether(List<IMAPMessage> messages, long uidValidity) throws MessagingException {
        if (messages.isEmpty()) {
            return List.of();
        }
        try {
            Map<Long, byte[]> raw =
                    folder.raw(messages.stream().map(folder::uid).toList());
            List<PickedMail> mails = new ArrayList<>();
            List<IMAPMessage> done = new ArrayList<>();
            for (IMAPMessage message : messages) {
                byte[] bytes = raw.get(folder.uid(message));
                if (bytes != null) {
                    PickedMail mail = sizeLimit.limited(bytes, origin(message, uidValidity));
                    mails.add(mail);
                    if (mail.tooLarge() == null) {
                        done.add(message);
                    }
                }
            }
            frontDoor.keep(account.inbox(), mails);
            return done;
        } catch (FolderClosedException | StoreClosedException | DataAccessResourceFailureException gone) {
            throw gone;
        } catch (MessagingException | DataAccessException failed) {
            LOG.info("Mails of mailbox account {} are kept one by one: {}", account.id(), Failure.of(failed));
            return keepEach(messages, uidValidity);
        }
    }

    private List<IMAPMessage> keepEach(List<IMAPMessage> messages, long uidValidity) throws MessagingException {
        List<IMAPMessage> done = new ArrayList<>();
        for (IMAPMessage message : messages) {
            if (keep(message, origin(message, uidValidity))) {
                done.add(message);
            }
        }
        return done;
    }

    private boolean keep(IMAPMessage message, Origin origin) throws MessagingException {
        try {
            PickedMail mail = sizeLimit.fetch(folder, message, origin);
            frontDoor.keep(account.inbox(), List.of(mail));
            return mail.tooLarge() == null;
        } catch (MessageRemovedException gone) {
            LOG.info("Mail {} of mailbox account {} was removed before it could be read", origin.uid(), account.id());
        } catch (DataAccessResourceFailureException away) {
            throw away;
        } catch (IOException | DataAccessException failed) {
            LOG.error(
                    "Mail {} of mailbox account {} could not be kept: {}",
                    origin.uid(),
                    account.id(),
                    Failure.of(failed));
            refused.add(folder.uid(message));
        }
        return false;
    }

    private Origin origin(IMAPMessage message, long uidValidity) {
        return new Origin(account.id(), uidValidity, folder.uid(message));
    }
}
