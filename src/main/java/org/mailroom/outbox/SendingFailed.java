package org.mailroom.outbox;

import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;

/**
 * A mail could not be sent and a person should know: the mail server refused it for good, or several tries failed.
 * Told once for each mail until it is sent or sent again, in a transaction of its own after the one that notes the failure;
 * published again where a listener throws.
 *
 * @param caseNumber the case it belongs to; null where it belongs to none
 * @param reason what the mail server said, in its own words
 * @param forGood whether it stays until a person says "send again"; otherwise it is tried on by itself
 */
public record SendingFailed(
        long outgoingMailId, @Nullable CaseNumber caseNumber, String subject, String reason, boolean forGood) {}
