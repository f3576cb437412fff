package org.mailroom.outbox;

import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;

/**
 * Something to tell about a mail, with the mail as it is now.
 *
 * @param sent whether it was sent; otherwise it failed
 * @param attempts how often it was told in vain
 */
record News(long id, boolean sent, int attempts, OutgoingMail mail) {

    /** Whether it is no news any more: the mail was sent after all, or a person said "send again". */
    boolean isStale() {
        return !sent && (mail.state() == OutgoingMail.State.SENT || mail.attempts() == 0);
    }

    Object event() {
        @Nullable CaseNumber caseNumber = mail.caseNumber();
        if (sent) {
            return new MailSent(mail.id(), caseNumber);
        }
        boolean forGood = mail.state() == OutgoingMail.State.FAILED;
        String reason = mail.lastError() == null ? "" : mail.lastError();
        return new SendingFailed(mail.id(), caseNumber, mail.subject(), reason, forGood);
    }
}
