package org.mailroom.mailbox;

/** A mailbox that was {@linkplain MailboxSilent silent} was picked up again. */
public record MailboxBack(Mailbox mailbox) {}
