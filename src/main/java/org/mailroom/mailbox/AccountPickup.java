package org.mailroom.mailbox;

import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.mailroom.inbox.InboxKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Picks up the mail of one account over one connection. Every mail is kept before the server is told of it. A mail that
 * cannot be kept holds the cursor, so that it is never lost, but not the mails after it.
 */
class AccountPickup {

    private static final Logger LOG = LoggerFactory.getLogger(AccountPickup.class);
    private static final int BATCH = 50;
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofMinutes(1);

    private final long id;
    private final InboxKey inbox;
    private final UidMailReceiver receiver;
    private final SizeLimit sizeLimit;
    private final Cursors cursors;
    private final FrontDoor frontDoor;
    private final Map<Long, Instant> heldBack = new HashMap<>();

    AccountPickup(
            long id,
            InboxKey inbox,
            UidMailReceiver receiver,
            SizeLimit sizeLimit,
            Cursors cursors,
            FrontDoor frontDoor) {
        this.id = id;
        this.inbox = inbox;
        this.receiver = receiver;
        this.sizeLimit = sizeLimit;
        this.cursors = cursors;
        this.frontDoor = frontDoor;
    }

    /**
     * Picks up all that is new.
     *
     * @param mayGoOn asked before each batch; once it says no, the rest is left for later
     */
    void pickUp(BooleanSupplier mayGoOn) throws MessagingException {
        long validity = receiver.uidValidity();
        List<IMAPMessage> wanted = wanted(validity);
        for (int start = 0; start < wanted.size() && mayGoOn.getAsBoolean(); start += BATCH) {
            tellServer(keep(wanted.subList(start, Math.min(start + BATCH, wanted.size())), validity));
        }
    }

    /** Waits until the server tells of something new, at most this long; false where it is not one that tells. */
    boolean awaitNews(Duration most) throws MessagingException {
        if (!receiver.tellsOfNewMail()) {
            return false;
        }
        receiver.awaitNews(most);
        return true;
    }

    void endWaiting() {
        receiver.endWaiting();
    }

    void close() {
        receiver.destroy();
    }

    private List<IMAPMessage> wanted(long validity) throws MessagingException {
        long cursor = cursors.at(id, validity);
        Set<Long> kept = cursors.keptBeyond(id, validity, cursor);
        heldBack.values().removeIf(Instant.now()::isAfter);
        return receiver.above(cursor).stream()
                .filter(message -> !kept.contains(receiver.uid(message)))
                .filter(message -> !heldBack.containsKey(receiver.uid(message)))
                .toList();
    }

    private List<IMAPMessage> keep(List<IMAPMessage> batch, long validity) throws MessagingException {
        receiver.fetchSizes(batch);
        List<IMAPMessage> kept = new ArrayList<>();
        for (IMAPMessage message : batch) {
            Origin origin = new Origin(id, validity, receiver.uid(message));
            if (keep(message, origin)) {
                kept.add(message);
            }
        }
        return kept;
    }

    /** Whether the server may be told that the mail is done; one that it alone has as a whole stays as it is. */
    private boolean keep(IMAPMessage message, Origin origin) throws MessagingException {
        try {
            PickedMail mail = sizeLimit.fetch(receiver, message);
            frontDoor.keep(inbox, mail, origin, heldBack.isEmpty());
            return mail.tooLarge() == null;
        } catch (MessageRemovedException gone) {
            LOG.info("Mail {} of mailbox account {} was removed before it could be read", origin.uid(), id);
            return false;
        } catch (IOException | DataAccessException failed) {
            LOG.error("Mail {} of mailbox account {} could not be kept: {}", origin.uid(), id, Failure.of(failed));
            heldBack.put(origin.uid(), Instant.now().plus(BEFORE_TRYING_AGAIN));
            return false;
        }
    }

    /** A server that cannot be told has the mail unread; we do not ask for it again. */
    private void tellServer(List<IMAPMessage> kept) {
        try {
            receiver.markSeen(kept);
        } catch (MessagingException failed) {
            LOG.warn("Mailbox account {} could not be told what was picked up: {}", id, Failure.of(failed));
        }
    }
}
