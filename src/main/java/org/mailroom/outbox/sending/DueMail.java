package org.mailroom.outbox.sending;

import java.util.List;
import org.mailroom.message.EmailAddress;

/**
 * A mail whose time has come, taken by a round.
 *
 * @param open the recipients for whom the mail server has not taken it yet
 * @param attempts how often it was tried before
 * @param interrupted whether somebody was at it before whose end nobody knows, so that it may have left already
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
record DueMail(long id, String envelopeFrom, List<EmailAddress> open, byte[] raw, int attempts, boolean interrupted) {}
