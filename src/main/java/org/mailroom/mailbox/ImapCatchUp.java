package org.mailroom.mailbox;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.mailroom.mailbox.Cursors.Cursor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what lies above the cursor. The cursor moves when the server was told of all below it; a mail that cannot be kept
 * holds it, so that it is never lost, but not the mails after it.
 */
class ImapCatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(ImapCatchUp.class);
    private static final int BATCH = 50;

    private final Mailbox account;
    private final RemoteFolder folder;
    private final ImapMails mails;
    private final Cursors cursors;
    private final Duration reconcileEvery;
    private final Telling telling;

    ImapCatchUp(Mailbox account, RemoteFolder folder, ImapMails mails, Cursors cursors, Duration reconcileEvery) {
        this.account = account;
        this.folder = folder;
        this.mails = mails;
        this.cursors = cursors;
        this.reconcileEvery = reconcileEvery;
        this.telling = new Telling(account, folder);
    }

    /** Takes in what is new, and now and then what was passed over. */
    void takeIn(BooleanSupplier mayGoOn) throws MessagingException {
        mails.refused().clear();
        telling.beginAnew();
        long validity = folder.uidValidity();
        Optional<Cursor> known = cursors.at(account.id(), validity, reconcileEvery);
        Cursor cursor = known.isPresent() ? known.get() : begin(validity);
        long done = takeIn(folder.above(cursor.uid()), cursor.uid(), validity, mayGoOn);
        if (cursor.reconcile() && mayGoOn.getAsBoolean()) {
            reconcile(cursor.first(), done, validity);
        }
    }

    /** Where the server has numbered its mail anew, what it had before us cannot be told from what came since. */
    private Cursor begin(long validity) throws MessagingException {
        long first = account.handling().skipsOld() && !cursors.hasBegun(account.id()) ? folder.nextUid() - 1 : 0;
        return cursors.begin(account.id(), validity, first);
    }

    /** @return the number up to which all is done */
    private long takeIn(List<IMAPMessage> listed, long cursor, long validity, BooleanSupplier mayGoOn)
            throws MessagingException {
        if (listed.isEmpty()) {
            return cursor;
        }
        Map<Long, Boolean> kept = cursors.kept(account.id(), validity, cursor, Long.MAX_VALUE);
        long done = cursor;
        boolean complete = true;
        for (int start = 0; start < listed.size() && mayGoOn.getAsBoolean(); start += BATCH) {
            List<IMAPMessage> batch = listed.subList(start, Math.min(start + BATCH, listed.size()));
            takeIn(batch, kept, validity);
            complete = complete && mails.refused().isEmpty() && !telling.isRefused();
            if (complete) {
                done = folder.uid(batch.get(batch.size() - 1));
                cursors.advance(account.id(), validity, done);
            }
        }
        return done;
    }

    /** @param kept the numbers of mails that are kept already, and whether the server may be told of them */
    private void takeIn(List<IMAPMessage> batch, Map<Long, Boolean> kept, long validity) throws MessagingException {
        List<IMAPMessage> wanted = new ArrayList<>();
        List<IMAPMessage> done = new ArrayList<>();
        for (IMAPMessage message : batch) {
            Boolean tellable = kept.get(folder.uid(message));
            if (tellable == null) {
                wanted.add(message);
            } else if (tellable) {
                done.add(message);
            }
        }
        done.addAll(mails.keep(wanted, validity));
        telling.tell(done);
    }

    /** However it came about: what lies on the server below the cursor and is not in the log is taken in too. */
    private void reconcile(long first, long cursor, long validity) throws MessagingException {
        Map<Long, Boolean> kept = cursors.kept(account.id(), validity, first, cursor);
        List<IMAPMessage> missing = cursor <= first
                ? List.of()
                : folder.between(first, cursor).stream()
                        .filter(message -> !kept.containsKey(folder.uid(message)))
                        .toList();
        if (!missing.isEmpty()) {
            LOG.warn("Mailbox account {} has {} mails that are not in the log", account.id(), missing.size());
        }
        for (int start = 0; start < missing.size(); start += BATCH) {
            takeIn(missing.subList(start, Math.min(start + BATCH, missing.size())), Map.of(), validity);
        }
        cursors.noteReconciled(account.id());
    }

    /** @throws PickupIncomplete where mail could not be kept, or the server could not be told of it */
    void sayWhatIsLeft() {
        if (!mails.refused().isEmpty()) {
            throw new PickupIncomplete("Mail could not be kept and is tried again. Its numbers (UID) in the folder "
                    + account.handling().folder() + ": " + mails.refused());
        }
        telling.sayWhatIsLeft();
    }
}
