package org.mailroom.cases;

import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.Message;

/**
 * A mail that starts a case.
 *
 * @param receivedMailId the mail as it came
 * @param inbox where it arrived; the diagram may route it elsewhere
 * @param answerable whether automatic mail may go to the requester (RFC 3834): false for automatic and bulk mail
 * @param reason why it may not, a sentence for people; empty where it may
 * @param related a case that it may belong to, which a person has to decide; null where none is in sight
 * @param passedOnFrom the case whose mail somebody forwarded to another inbox, where it opens this one; null for others
 * @param note what the author wrote for us alone; empty where he wrote nothing of the kind
 */
public record NewCase(
        long receivedMailId,
        InboxKey inbox,
        Message message,
        boolean answerable,
        String reason,
        @Nullable CaseNumber related,
        @Nullable CaseNumber passedOnFrom,
        String note) {}
