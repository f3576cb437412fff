package org.mailroom.mailserver;

/**
 * What a mail server is shown right now.
 *
 * @param secret the password or the access token
 * @param token which of the two it is; a token is shown by the mechanism XOAUTH2
 */
public record Credentials(String username, String secret, boolean token) {

    /** Without the secret, so that none is ever logged. */
    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
