package org.mailroom.engine.accounts;

/**
 * A person has another password from now on. Told within the transaction of the change.
 *
 * @param person their user id
 */
public record PasswordChanged(String person) {}
