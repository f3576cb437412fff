package org.mailroom.mailserver;

import org.jspecify.annotations.Nullable;

/** By what an account on a mail server is opened. Its secrets are in clear here; they are kept encrypted. */
public sealed interface Login {

    String username();

    /** By a password. */
    record Password(String username, String password) implements Login {

        /** Without the password, so that none is ever logged. */
        @Override
        public String toString() {
            return "Password[" + username + "]";
        }
    }

    /**
     * By an access token that a sign-in service gives (OAuth 2.0, RFC 6749), as Microsoft 365 and Gmail demand it.
     *
     * @param tokenEndpoint the address of the service that gives tokens, https
     * @param clientSecret null for a client without one
     * @param scope what the token is asked for, words separated by blanks; may be empty
     * @param refreshToken by which tokens are got for a person's account; null where the client gets them in its own name
     *     (client credentials)
     */
    record OAuth(
            String username,
            String tokenEndpoint,
            String clientId,
            @Nullable String clientSecret,
            String scope,
            @Nullable String refreshToken)
            implements Login {

        /** Without the secrets, so that none is ever logged. */
        @Override
        public String toString() {
            return "OAuth[" + username + " by " + clientId + "]";
        }
    }
}
