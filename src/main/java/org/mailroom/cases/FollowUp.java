package org.mailroom.cases;

import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.Message;

/**
 * A mail that belongs to a known case.
 *
 * @param receivedMailId the mail as it came
 * @param answerable whether automatic mail may go to the sender, should the follow-up open a case of its own
 * @param reason why it may not, a sentence for people; empty where it may
 * @param automatic whether a machine wrote it; such a mail is filed but never counts as the customer's reply
 */
public record FollowUp(
        long receivedMailId,
        CaseNumber caseNumber,
        Message message,
        boolean answerable,
        String reason,
        boolean automatic) {

    /** For where its case does not come back. */
    NewCase asNewCase(InboxKey inbox) {
        return new NewCase(receivedMailId, inbox, message, answerable, reason, null, null, "");
    }
}
