package org.mailroom.api;

import org.jspecify.annotations.Nullable;
import org.mailroom.api.MailboxBody.SignIn;
import org.mailroom.mailserver.Login;
import org.mailroom.mailserver.Login.OAuth;
import org.mailroom.mailserver.Login.Password;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.SecretPlace;
import org.mailroom.mailserver.TokenEndpoint;
import org.springframework.stereotype.Component;

/**
 * Reads from a body how to log in to a mail server. A secret that is left out is the stored one, but only at the place for
 * which that was entered.
 */
@Component
class LoginFields {

    private static final String ENDPOINT = "oauth.token_endpoint";

    private final TokenEndpoint endpoints;

    LoginFields(TokenEndpoint endpoints) {
        this.endpoints = endpoints;
    }

    /** How the account is set up until now: the server, and the login with its secrets in clear. */
    record Kept(MailServer server, Login login) {}

    /** @param kept whose secrets are used if none are given; null if there are none */
    Login read(
            MailServer server,
            @Nullable String username,
            @Nullable String password,
            @Nullable SignIn oauth,
            @Nullable Kept kept) {
        String user = BodyFields.needed("username", username);
        Login wanted = oauth == null ? byPassword(user, password, kept) : byToken(user, oauth, kept);
        if (kept != null) {
            checkPlace(server, wanted, password, oauth, kept);
        }
        return wanted;
    }

    private static Login byPassword(String user, @Nullable String password, @Nullable Kept kept) {
        boolean missing = BodyFields.isMissing(password);
        if (missing && kept != null && kept.login() instanceof OAuth one) {
            return new OAuth(
                    user, one.tokenEndpoint(), one.clientId(), one.clientSecret(), one.scope(), one.refreshToken());
        }
        String known = kept != null && kept.login() instanceof Password one ? one.password() : null;
        return new Password(user, BodyFields.needed("password", missing ? known : password));
    }

    private OAuth byToken(String user, SignIn wanted, @Nullable Kept kept) {
        OAuth known = kept != null && kept.login() instanceof OAuth one ? one : null;
        return new OAuth(
                user,
                endpoint(wanted),
                BodyFields.needed("oauth.client_id", wanted.clientId()),
                given(wanted.clientSecret(), known == null ? null : known.clientSecret()),
                wanted.scope() == null ? "" : wanted.scope(),
                given(wanted.refreshToken(), known == null ? null : known.refreshToken()));
    }

    private String endpoint(SignIn wanted) {
        String endpoint = BodyFields.needed(ENDPOINT, wanted.tokenEndpoint());
        try {
            endpoints.check(endpoint);
        } catch (IllegalArgumentException noEndpoint) {
            throw BodyFields.bad(ENDPOINT, String.valueOf(noEndpoint.getMessage()));
        }
        return endpoint;
    }

    private static @Nullable String given(@Nullable String given, @Nullable String known) {
        return BodyFields.isMissing(given) ? known : given;
    }

    private static void checkPlace(
            MailServer server, Login wanted, @Nullable String password, @Nullable SignIn oauth, Kept kept) {
        String field = keptField(wanted, password, oauth);
        if (field == null) {
            return;
        }
        SecretPlace.of(server, wanted)
                .differenceFrom(SecretPlace.of(kept.server(), kept.login()))
                .ifPresent(difference -> {
                    throw BodyFields.bad(
                            field,
                            difference.equals("security")
                                    ? "Enter the password again: the connection would be less protected than before."
                                    : "Enter the password again: it was entered for another " + difference + ".");
                });
    }

    /** The field of a secret that was left out and is there all the same; null if none was. */
    private static @Nullable String keptField(Login wanted, @Nullable String password, @Nullable SignIn oauth) {
        if (oauth == null) {
            return BodyFields.isMissing(password) ? "password" : null;
        }
        OAuth login = (OAuth) wanted;
        if (BodyFields.isMissing(oauth.clientSecret()) && login.clientSecret() != null) {
            return "oauth.client_secret";
        }
        return BodyFields.isMissing(oauth.refreshToken()) && login.refreshToken() != null
                ? "oauth.refresh_token"
                : null;
    }
}
