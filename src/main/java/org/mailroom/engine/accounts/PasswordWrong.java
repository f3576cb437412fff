package org.mailroom.engine.accounts;

/**
 * The engine was shown a wrong password.
 *
 * @param person the user id whose password it should have been
 */
public record PasswordWrong(String person) {}
