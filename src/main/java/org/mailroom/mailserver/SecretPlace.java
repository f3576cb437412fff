package org.mailroom.mailserver;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.mailserver.Login.OAuth;

/**
 * Where a secret is sent to. A stored secret is used only at the place for which it was entered: whoever may change an
 * account could otherwise have it sent to a server of their own.
 *
 * @param tokenEndpoint null if the login is by a password
 */
public record SecretPlace(MailServer server, String username, @Nullable String tokenEndpoint) {

    /** Tells where the secrets of this login go. */
    public static SecretPlace of(MailServer server, Login login) {
        return new SecretPlace(server, login.username(), login instanceof OAuth oauth ? oauth.tokenEndpoint() : null);
    }

    /**
     * Names what makes this another place than the one for which the secret was entered, or a less protected one.
     *
     * @return such as "host"; empty if the secret may be used here
     */
    public Optional<String> differenceFrom(SecretPlace kept) {
        if (!server.host().equalsIgnoreCase(kept.server.host())) {
            return Optional.of("host");
        }
        if (server.port() != kept.server.port()) {
            return Optional.of("port");
        }
        if (!Objects.equals(server.proxy(), kept.server.proxy())) {
            return Optional.of("proxy");
        }
        if (server.security().compareTo(kept.server.security()) < 0) {
            return Optional.of("security");
        }
        if (!username.equals(kept.username)) {
            return Optional.of("username");
        }
        return Objects.equals(tokenEndpoint, kept.tokenEndpoint) ? Optional.empty() : Optional.of("token endpoint");
    }
}
