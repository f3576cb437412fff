package org.mailroom.mailserver;

import java.time.Duration;
import java.util.Properties;
import org.mailroom.mailserver.Proxy.Kind;

/** What Jakarta Mail is told about a connection. Without these times it would wait for a silent server for ever. */
public final class ConnectionProperties {

    private ConnectionProperties() {}

    /**
     * @param plain the protocol without TLS, such as {@code imap}
     * @param token whether an access token is shown instead of a password
     * @param connecting how long the server may take to be reached
     * @param silence how long it may take to answer, and to accept what is written to it
     */
    public static Properties of(String plain, MailServer server, boolean token, Duration connecting, Duration silence) {
        String prefix = "mail." + server.protocol(plain) + ".";
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", "" + connecting.toMillis());
        properties.setProperty(prefix + "timeout", "" + silence.toMillis());
        properties.setProperty(prefix + "writetimeout", "" + silence.toMillis());
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (server.security() == Security.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        if (token) {
            properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        }
        if (server.proxy() != null) {
            String way = server.proxy().kind() == Kind.SOCKS ? "socks" : "proxy";
            properties.setProperty(prefix + way + ".host", server.proxy().host());
            properties.setProperty(prefix + way + ".port", "" + server.proxy().port());
        }
        return properties;
    }
}
