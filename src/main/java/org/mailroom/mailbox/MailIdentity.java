package org.mailroom.mailbox;

import org.mailroom.message.MessageId;

/**
 * What makes a mail the same mail when it comes a second time: its Message-ID alone would not do, because programs use one
 * twice, or none.
 *
 * @param messageId as the sender set it, or made up from the digest where he set none
 * @param digest SHA-256, in lower-case hexadecimal digits
 */
record MailIdentity(MessageId messageId, String digest) {}
