package org.mailroom.mailbox;

/**
 * A mail that is safe with us now.
 *
 * @param id of the received mail
 * @param known whether it had been kept before, so that nothing further happens to it
 */
public record Kept(long id, boolean known) {}
