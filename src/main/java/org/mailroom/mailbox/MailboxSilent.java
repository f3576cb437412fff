package org.mailroom.mailbox;

/** A mailbox has not been picked up for longer than it may be. Published once, until it was picked up again. */
public record MailboxSilent(Mailbox mailbox) {}
