package org.mailroom.outbox;

import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;

/**
 * The mail server took a mail. Published in a transaction of its own, after the one that marks the mail as sent, so that a
 * listener that throws does not make it be sent again; it is published again until every listener has taken it.
 *
 * @param caseNumber the case it belongs to; null where it belongs to none
 */
public record MailSent(long outgoingMailId, @Nullable CaseNumber caseNumber) {}
