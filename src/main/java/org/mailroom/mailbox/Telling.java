package org.mailroom.mailbox;

import jakarta.mail.FolderClosedException;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;

/**
 * Tells an IMAP server what its account wants done with mail that was kept. That mail is ours; if the server cannot be told
 * now, it is told the next time.
 */
class Telling {

    private final Mailbox account;
    private final RemoteFolder folder;
    private @Nullable MessagingException refusal;

    Telling(Mailbox account, RemoteFolder folder) {
        this.account = account;
        this.folder = folder;
    }

    void beginAnew() {
        refusal = null;
    }

    void tell(List<IMAPMessage> kept) throws MessagingException {
        if (kept.isEmpty()) {
            return;
        }
        try {
            switch (account.handling().afterwards()) {
                case KEEP -> {}
                case FLAG -> folder.markSeen(kept);
                case MOVE -> folder.move(kept, String.valueOf(account.handling().moveTo()));
                case DELETE -> folder.delete(kept);
            }
        } catch (FolderClosedException | StoreClosedException gone) {
            throw gone;
        } catch (MessagingException failed) {
            refusal = failed;
        }
    }

    boolean isRefused() {
        return refusal != null;
    }

    /** @throws PickupIncomplete where the server refused something */
    void sayWhatIsLeft() {
        if (refusal != null) {
            throw new PickupIncomplete(
                    "Mail was picked up, but the server refuses to have it " + done() + ". It says: "
                            + refusal.getMessage(),
                    refusal);
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
