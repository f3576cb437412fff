package org.mailroom.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Message;
import org.mailroom.mailbox.Handling.Afterwards;
import org.mailroom.mailserver.Credentials;
import org.mailroom.mailserver.MailServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Picks up over POP3. Each time is a connection of its own: the server shuts the mailbox to others meanwhile, and deletes
 * what it was told to only when it is left in good order. A mail is known by its UIDL, and after a crash by its content.
 */
class Pop3Pickup implements AccountPickup {

    private static final Logger LOG = LoggerFactory.getLogger(Pop3Pickup.class);
    private static final int MAILS_AT_A_TIME = 200;

    private final Mailbox account;
    private final Credentials credentials;
    private final SizeLimit sizeLimit;
    private final KnownUidls known;
    private final FrontDoor frontDoor;
    private final Duration every;

    Pop3Pickup(
            Mailbox account,
            Credentials credentials,
            SizeLimit sizeLimit,
            KnownUidls known,
            FrontDoor frontDoor,
            Duration every) {
        this.account = account;
        this.credentials = credentials;
        this.sizeLimit = sizeLimit;
        this.known = known;
        this.frontDoor = frontDoor;
        this.every = every;
    }

    @Override
    public void pickUp(BooleanSupplier mayGoOn) throws MessagingException {
        boolean more = true;
        while (more && mayGoOn.getAsBoolean()) {
            more = oneVisit(mayGoOn);
        }
    }

    @Override
    public boolean awaitNews(Duration most) {
        return false;
    }

    @Override
    public void endWaiting() {
        // it never waits
    }

    @Override
    public Duration rest() {
        return every;
    }

    @Override
    public void close() {
        // nothing is open between two visits
    }

    /** Connects and logs in, nothing else. */
    static Store open(MailServer server, Credentials credentials) throws MessagingException {
        Session session = Session.getInstance(MailSession.properties(Protocol.POP3, server, credentials));
        Store store = session.getStore(server.protocol("pop3"));
        store.connect(server.host(), server.port(), credentials.username(), credentials.secret());
        return store;
    }

    /** Whether there was more than one visit takes: what was told to be deleted is deleted when a visit ends. */
    private boolean oneVisit(BooleanSupplier mayGoOn) throws MessagingException {
        try (Store store = open(account.server(), credentials)) {
            POP3Folder folder = (POP3Folder) store.getFolder("INBOX");
            folder.open(Folder.READ_WRITE);
            List<POP3Message> listed = list(folder);
            List<String> uidls = new ArrayList<>();
            for (POP3Message message : listed) {
                uidls.add(folder.getUID(message));
            }
            known.keepOnly(account.id(), uidls);
            if (account.lastGoodPickup() == null && account.handling().skipsOld()) {
                known.add(account.id(), uidls);
            }
            List<Integer> refused = new ArrayList<>();
            boolean more = takeIn(folder, listed, refused, mayGoOn);
            folder.close(true);
            if (!refused.isEmpty()) {
                throw new PickupIncomplete(
                        "Mail could not be kept and is tried again. Its places in the mailbox: " + refused);
            }
            return more;
        }
    }

    private boolean takeIn(POP3Folder folder, List<POP3Message> listed, List<Integer> refused, BooleanSupplier mayGoOn)
            throws MessagingException {
        Set<String> kept = known.of(account.id());
        int taken = 0;
        for (POP3Message message : listed) {
            String uidl = folder.getUID(message);
            if (kept.contains(uidl)) {
                delete(message);
            } else if (taken == MAILS_AT_A_TIME || !mayGoOn.getAsBoolean()) {
                return true;
            } else {
                taken++;
                keep(message, uidl, refused);
            }
        }
        return false;
    }

    private void keep(POP3Message message, String uidl, List<Integer> refused) throws MessagingException {
        try {
            PickedMail mail = fetch(message);
            frontDoor.keep(account.inbox(), List.of(mail));
            known.add(account.id(), List.of(uidl));
            if (mail.tooLarge() == null) {
                delete(message);
            }
            message.invalidate(true);
        } catch (DataAccessResourceFailureException away) {
            throw away;
        } catch (IOException | DataAccessException failed) {
            LOG.error("A mail of mailbox account {} could not be kept: {}", account.id(), Failure.of(failed));
            refused.add(message.getMessageNumber());
        }
    }

    private PickedMail fetch(POP3Message message) throws MessagingException, IOException {
        Origin origin = new Origin(account.id(), null, null);
        int size = message.getSize();
        if (sizeLimit.forbids(size)) {
            try (InputStream top = message.top(0)) {
                return sizeLimit.header(top.readAllBytes(), size, origin);
            }
        }
        ByteArrayOutputStream raw = new ByteArrayOutputStream(Math.max(size, 0));
        message.writeTo(raw);
        return sizeLimit.limited(raw.toByteArray(), origin);
    }

    private void delete(POP3Message message) throws MessagingException {
        if (account.handling().afterwards() == Afterwards.DELETE) {
            message.setFlag(Flags.Flag.DELETED, true);
        }
    }

    private static List<POP3Message> list(POP3Folder folder) throws MessagingException {
        Message[] messages = folder.getMessages();
        FetchProfile uidls = new FetchProfile();
        uidls.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(messages, uidls);
        List<POP3Message> listed = new ArrayList<>();
        for (Message message : messages) {
            listed.add((POP3Message) message);
        }
        return listed;
    }
}
