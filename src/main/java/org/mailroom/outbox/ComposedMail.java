package org.mailroom.outbox;

import java.util.List;
import org.mailroom.message.MessageId;

/**
 * A mail as it will leave: composed once, the same bytes at every try.
 *
 * @param envelopeFrom who is told of a failure; empty for nobody (RFC 5321, 4.5.5)
 * @param recipients never empty; where nobody can be written to, those who were meant
 * @param subject as it stands in the mail
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
record ComposedMail(MessageId id, String envelopeFrom, List<String> recipients, String subject, byte[] raw) {}
