package org.mailroom.outbox.sending;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.outbox.MailSent;
import org.mailroom.outbox.OutgoingMail.State;
import org.mailroom.outbox.SendingFailed;

/**
 * Something to tell about a mail, with the mail as it is now.
 *
 * @param sent whether it was sent; otherwise it failed
 * @param attempts how often it was told in vain
 * @param known whether its failure is still to be known; not where a person said "send again"
 * @param lastError what the mail server said last
 */
record News(
        long id,
        boolean sent,
        int attempts,
        long mail,
        @Nullable CaseNumber caseNumber,
        String subject,
        State state,
        boolean known,
        @Nullable String lastError) {

    /** Whether it is no news any more: the mail was sent after all, or a person said "send again". */
    boolean isStale() {
        return !sent && (state == State.SENT || !known);
    }

    Object event() {
        return sent
                ? new MailSent(mail, caseNumber)
                : new SendingFailed(
                        mail, caseNumber, subject, Objects.requireNonNullElse(lastError, ""), state == State.FAILED);
    }
}
