package org.mailroom.intake;

import org.mailroom.inbox.InboxKey;
import org.mailroom.message.MessageId;

/**
 * A mail that was kept and is to be taken in.
 *
 * @param id under which it was kept
 * @param inbox of the account that it was picked up from
 * @param messageId as the sender set it, or made up from the bytes where he set none
 * @param raw the mail, verbatim
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are large and two of these are never compared
public record Received(long id, InboxKey inbox, MessageId messageId, byte[] raw) {

    @Override
    public String toString() {
        return "Received[" + id + " in " + inbox + "]";
    }
}
