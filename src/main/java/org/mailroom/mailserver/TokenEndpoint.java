package org.mailroom.mailserver;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Checks the address of a service that gives access tokens (RFC 6749, 3.2): client secrets and refresh tokens are sent to
 * it, so it is reached by https alone. The trial has one on the same machine, without TLS.
 */
@Component
public class TokenEndpoint {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "[::1]", "localhost");

    private final boolean localAllowed;

    TokenEndpoint(@Value("${mailroom.mail.local-sign-in:false}") boolean localAllowed) {
        this.localAllowed = localAllowed;
    }

    /** @throws IllegalArgumentException with a sentence for people if it is no address of such a service */
    public void check(String written) {
        URI uri = parsed(written);
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (uri.getHost() == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw refused();
        }
        boolean local = localAllowed && scheme.equals("http") && THIS_MACHINE.contains(uri.getHost());
        if (!scheme.equals("https") && !local) {
            throw refused();
        }
    }

    private static URI parsed(String written) {
        try {
            return new URI(written);
        } catch (URISyntaxException noAddress) {
            throw refused();
        }
    }

    private static IllegalArgumentException refused() {
        return new IllegalArgumentException(
                "The token endpoint is an https address without a user, a password and a fragment.");
    }
}
