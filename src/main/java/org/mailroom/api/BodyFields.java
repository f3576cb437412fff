package org.mailroom.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailroom.api.MailboxBody.SignIn;
import org.mailroom.mailserver.Login;
import org.mailroom.mailserver.Login.OAuth;
import org.mailroom.mailserver.Login.Password;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.Proxy;
import org.mailroom.mailserver.Security;
import org.springframework.http.HttpStatus;

/** Reads the parts of a body by which a program sets up an account on a mail server. */
final class BodyFields {

    private static final int HIGHEST_PORT = 65_535;

    private BodyFields() {}

    static MailServer server(@Nullable String host, int port, Security security, @Nullable String proxy) {
        if (port < 1 || port > HIGHEST_PORT) {
            throw bad("port", "A port is a number from 1 to 65535.");
        }
        try {
            return new MailServer(
                    needed("host", host), port, security, proxy == null || proxy.isBlank() ? null : Proxy.of(proxy));
        } catch (IllegalArgumentException noProxy) {
            throw bad("proxy", String.valueOf(noProxy.getMessage()));
        }
    }

    /** @param known the login whose secrets are used where none are given; null where there is none */
    static Login login(
            @Nullable String username, @Nullable String password, @Nullable SignIn oauth, @Nullable Login known) {
        String user = needed("username", username);
        if (oauth != null) {
            return oauth(user, oauth, known instanceof OAuth one ? one : null);
        }
        if (isMissing(password) && known instanceof OAuth kept) {
            return new OAuth(
                    user,
                    kept.tokenEndpoint(),
                    kept.clientId(),
                    kept.clientSecret(),
                    kept.scope(),
                    kept.refreshToken());
        }
        String kept = known instanceof Password one ? one.password() : null;
        return new Password(user, needed("password", isMissing(password) ? kept : password));
    }

    private static OAuth oauth(String user, SignIn wanted, @Nullable OAuth known) {
        String endpoint = needed("oauth.token_endpoint", wanted.tokenEndpoint());
        if (!endpoint.startsWith("https://") && !endpoint.startsWith("http://127.0.0.1:")) {
            throw bad("oauth.token_endpoint", "The token endpoint is an https address.");
        }
        return new OAuth(
                user,
                endpoint,
                needed("oauth.client_id", wanted.clientId()),
                kept(wanted.clientSecret(), known == null ? null : known.clientSecret()),
                wanted.scope() == null ? "" : wanted.scope(),
                kept(wanted.refreshToken(), known == null ? null : known.refreshToken()));
    }

    private static @Nullable String kept(@Nullable String given, @Nullable String known) {
        return isMissing(given) ? known : given;
    }

    static <E extends Enum<E>> E word(String field, @Nullable String given, Class<E> kind, E usual) {
        if (isMissing(given)) {
            return usual;
        }
        return Arrays.stream(kind.getEnumConstants())
                .filter(known -> known.name().equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> bad(
                        field,
                        "It is one of "
                                + Arrays.stream(kind.getEnumConstants())
                                        .map(known -> known.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    static String needed(String field, @Nullable String given) {
        if (given == null || given.isBlank()) {
            throw bad(field, "It is missing: " + field + ".");
        }
        return given.strip();
    }

    static String given(@Nullable String given, String usual) {
        return given == null || given.isBlank() ? usual : given;
    }

    static boolean isMissing(@Nullable String given) {
        return given == null || given.isBlank();
    }

    static RuntimeException bad(String field, String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, detail, field);
    }
}
