package org.mailroom.mailserver;

import org.jspecify.annotations.Nullable;

/**
 * Where a mail server is.
 *
 * @param proxy what the connection goes through; null where it is direct
 */
public record MailServer(String host, int port, Security security, @Nullable Proxy proxy) {

    /** As Jakarta Mail calls the protocol, such as {@code imaps} for {@code imap} over TLS. */
    public String protocol(String plain) {
        return security == Security.TLS ? plain + "s" : plain;
    }

    @Override
    public String toString() {
        return host + ":" + port + (proxy == null ? "" : " by " + proxy);
    }
}
