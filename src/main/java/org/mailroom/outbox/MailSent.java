package org.mailroom.outbox;

import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;

/**
 * The mail server took a mail. Published inside the transaction that marks it as sent.
 *
 * @param caseNumber the case it belongs to; null where it belongs to none
 */
public record MailSent(long outgoingMailId, @Nullable CaseNumber caseNumber) {}
