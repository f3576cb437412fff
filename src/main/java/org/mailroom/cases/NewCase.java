package org.mailroom.cases;

import org.mailroom.inbox.InboxKey;
import org.mailroom.message.Message;

/**
 * A mail that starts a case.
 *
 * @param receivedMailId the mail as it came
 * @param inbox where it arrived; the diagram may route it elsewhere
 * @param answerable whether automatic mail may go to the requester (RFC 3834): false for automatic and bulk mail
 */
public record NewCase(long receivedMailId, InboxKey inbox, Message message, boolean answerable) {}
