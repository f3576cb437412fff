package org.mailroom.outbox;

import java.util.List;
import org.mailroom.message.EmailAddress;

/**
 * A mail whose time has come, locked until the transaction ends.
 *
 * @param open the recipients for whom the mail server has not taken it yet
 * @param attempts how often it was tried before
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
record DueMail(long id, String envelopeFrom, List<EmailAddress> open, byte[] raw, int attempts) {}
