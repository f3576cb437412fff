package org.mailroom.mailbox;

import java.util.Properties;
import org.mailroom.mailbox.MailboxAccount.Security;

/** What Jakarta Mail is told about a connection. Without these times it would wait for a silent server for ever. */
final class ImapProperties {

    private static final int CONNECT_MILLIS = 15_000;
    private static final int SILENCE_MILLIS = 60_000;
    private static final int FETCH_BYTES = 1_048_576;

    private ImapProperties() {}

    static Properties of(MailboxAccount account) {
        String prefix = account.security() == Security.TLS ? "mail.imaps." : "mail.imap.";
        Properties properties = new Properties();
        properties.setProperty(prefix + "connectiontimeout", "" + CONNECT_MILLIS);
        properties.setProperty(prefix + "timeout", "" + SILENCE_MILLIS);
        properties.setProperty(prefix + "writetimeout", "" + SILENCE_MILLIS);
        properties.setProperty(prefix + "fetchsize", "" + FETCH_BYTES);
        properties.setProperty(prefix + "peek", "true");
        if (account.security() == Security.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        return properties;
    }
}
