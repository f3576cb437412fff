package org.mailroom.mailserver;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a connection goes through where the mail server cannot be reached directly. Proxies with a login are not known. */
public record Proxy(Kind kind, String host, int port) {

    /** How it is spoken to. */
    public enum Kind {
        /** By the method CONNECT (RFC 9110, 9.3.6). */
        HTTP,
        /** By SOCKS, version 5 (RFC 1928). */
        SOCKS
    }

    /**
     * Reads a proxy as it is written, such as {@code socks://proxy.example.org:1080}.
     *
     * @throws IllegalArgumentException with a sentence for people where it is none
     */
    public static Proxy of(String written) {
        try {
            URI uri = new URI(written.strip());
            Kind kind = kind(uri.getScheme());
            if (kind != null && uri.getHost() != null && uri.getPort() > 0 && uri.getUserInfo() == null) {
                return new Proxy(kind, uri.getHost(), uri.getPort());
            }
        } catch (URISyntaxException notOne) {
            // said below
        }
        throw new IllegalArgumentException(
                "A proxy is written http://name:port or socks://name:port, without a user and a password.");
    }

    private static @Nullable Kind kind(@Nullable String scheme) {
        return switch (String.valueOf(scheme).toLowerCase(Locale.ROOT)) {
            case "http" -> Kind.HTTP;
            case "socks", "socks5" -> Kind.SOCKS;
            default -> null;
        };
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + "://" + host + ":" + port;
    }
}
