package org.mailroom.mailbox;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Picks up over IMAP what lies above the cursor. The cursor moves when the server was told of all below it; a mail that
 * cannot be kept holds it, so that it is never lost, but not the mails after it.
 */
class ImapPickup implements AccountPickup {

    private static final Logger LOG = LoggerFactory.getLogger(ImapPickup.class);
    private static final int BATCH = 50;

    private final Mailbox account;
    private final UidMailReceiver receiver;
    private final ImapMails mails;
    private final Cursors cursors;
    private final SentCopies sentCopies;
    private final PickupSettings settings;
    private @Nullable MessagingException untold;

    ImapPickup(
            Mailbox account,
            UidMailReceiver receiver,
            ImapMails mails,
            Cursors cursors,
            SentCopies sentCopies,
            PickupSettings settings) {
        this.account = account;
        this.receiver = receiver;
        this.mails = mails;
        this.cursors = cursors;
        this.sentCopies = sentCopies;
        this.settings = settings;
    }

    @Override
    public void pickUp(BooleanSupplier mayGoOn) throws MessagingException {
        mails.refused().clear();
        untold = null;
        long validity = receiver.uidValidity();
        Optional<Long> known = cursors.at(account.id(), validity);
        long cursor = known.isPresent() ? known.get() : begin(validity);
        takeIn(receiver.above(cursor), cursor, validity, mayGoOn);
        if (mayGoOn.getAsBoolean() && cursors.isToBeReconciled(account.id(), settings.reconcileEvery())) {
            reconcile(validity);
        }
        copySent();
        sayWhatIsLeft();
    }

    @Override
    public boolean awaitNews(Duration most) throws MessagingException {
        if (!receiver.tellsOfNewMail()) {
            return false;
        }
        receiver.awaitNews(most);
        return true;
    }

    @Override
    public void endWaiting() {
        receiver.endWaiting();
    }

    @Override
    public Duration rest() {
        return settings.every();
    }

    @Override
    public void close() {
        receiver.destroy();
    }

    /** Where the server has numbered its mail anew, what it had before us cannot be told from what came since. */
    private long begin(long validity) throws MessagingException {
        long first = account.handling().skipsOld() && !cursors.hasBegun(account.id()) ? receiver.nextUid() - 1 : 0;
        cursors.begin(account.id(), validity, first);
        return first;
    }

    private void takeIn(List<IMAPMessage> listed, long cursor, long validity, BooleanSupplier mayGoOn)
            throws MessagingException {
        Map<Long, Boolean> kept = cursors.kept(account.id(), validity, cursor, Long.MAX_VALUE);
        boolean complete = true;
        for (int start = 0; start < listed.size() && mayGoOn.getAsBoolean(); start += BATCH) {
            List<IMAPMessage> batch = listed.subList(start, Math.min(start + BATCH, listed.size()));
            takeIn(batch, kept, validity);
            complete = complete && mails.refused().isEmpty() && untold == null;
            if (complete) {
                cursors.advance(account.id(), validity, receiver.uid(batch.get(batch.size() - 1)));
            }
        }
    }

    /** @param kept the numbers of mails that are kept already, and whether the server may be told of them */
    private void takeIn(List<IMAPMessage> batch, Map<Long, Boolean> kept, long validity) throws MessagingException {
        List<IMAPMessage> wanted = new ArrayList<>();
        List<IMAPMessage> done = new ArrayList<>();
        for (IMAPMessage message : batch) {
            Boolean tellable = kept.get(receiver.uid(message));
            if (tellable == null) {
                wanted.add(message);
            } else if (tellable) {
                done.add(message);
            }
        }
        done.addAll(mails.keep(wanted, validity));
        tellServer(done);
    }

    /** However it came about: what lies on the server below the cursor and is not in the log is taken in too. */
    private void reconcile(long validity) throws MessagingException {
        long cursor = cursors.at(account.id(), validity).orElse(0L);
        long first = cursors.first(account.id());
        Map<Long, Boolean> kept = cursors.kept(account.id(), validity, first, cursor);
        List<IMAPMessage> missing = cursor <= first
                ? List.of()
                : receiver.between(first, cursor).stream()
                        .filter(message -> !kept.containsKey(receiver.uid(message)))
                        .toList();
        if (!missing.isEmpty()) {
            LOG.warn("Mailbox account {} has {} mails that are not in the log", account.id(), missing.size());
        }
        for (int start = 0; start < missing.size(); start += BATCH) {
            takeIn(missing.subList(start, Math.min(start + BATCH, missing.size())), Map.of(), validity);
        }
        cursors.noteReconciled(account.id());
    }

    /** Mail that was kept is ours; if the server cannot be told now, it is told the next time. */
    private void tellServer(List<IMAPMessage> done) throws MessagingException {
        if (done.isEmpty()) {
            return;
        }
        try {
            switch (account.handling().afterwards()) {
                case KEEP -> {}
                case FLAG -> receiver.markSeen(done);
                case MOVE ->
                    receiver.move(done, String.valueOf(account.handling().moveTo()));
                case DELETE -> receiver.delete(done);
            }
        } catch (FolderClosedException | StoreClosedException gone) {
            throw gone;
        } catch (MessagingException failed) {
            untold = failed;
        }
    }

    private void copySent() throws MessagingException {
        String folder = account.handling().sentFolder();
        if (folder != null) {
            sentCopies.deliver(account.id(), (raw, id) -> receiver.append(folder, raw, id));
        }
    }

    private void sayWhatIsLeft() {
        if (!mails.refused().isEmpty()) {
            throw new PickupIncomplete("Mail could not be kept and is tried again. Its numbers (UID) in the folder "
                    + account.handling().folder() + ": " + mails.refused());
        }
        if (untold != null) {
            throw new PickupIncomplete(
                    "Mail was picked up, but the server refuses to have it " + done() + ". It says: "
                            + untold.getMessage(),
                    untold);
        }
    }

    private String done() {
        return switch (account.handling().afterwards()) {
            case KEEP, FLAG -> "marked as read";
            case MOVE -> "moved to " + account.handling().moveTo();
            case DELETE -> "deleted";
        };
    }
}
