package org.mailroom.intake;

import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.MessageId;
import org.mailroom.message.TooLarge;

/**
 * A mail that was kept and is to be taken in.
 *
 * @param id under which it was kept
 * @param inbox of the account that it was picked up from
 * @param messageId as the sender set it, or made up from the bytes where he set none
 * @param raw the mail, verbatim; the header alone where it is too large
 * @param tooLarge null where it is not
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are large and two of these are never compared
public record Received(long id, InboxKey inbox, MessageId messageId, byte[] raw, @Nullable TooLarge tooLarge) {

    /** A mail that is there as a whole. */
    public Received(long id, InboxKey inbox, MessageId messageId, byte[] raw) {
        this(id, inbox, messageId, raw, null);
    }

    @Override
    public String toString() {
        return "Received[" + id + " in " + inbox + "]";
    }
}
