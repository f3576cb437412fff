package org.mailroom.admin;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailbox.Handling;
import org.mailroom.mailbox.MailboxAccount;
import org.mailroom.mailbox.Protocol;
import org.mailroom.mailserver.Login.Password;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.Security;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A mail account among the settings. It is named after its inbox.
 *
 * @param port null for the usual one: 993 with TLS, else 143
 */
record MailboxToAdd(
        @NotBlank(message = "is missing: the mail server's name") String host,
        @Nullable
                @Min(value = 1, message = "is a number from 1 to 65535")
                @Max(value = 65_535, message = "is a number from 1 to 65535")
                Integer port,
        @DefaultValue("TLS") Security security,
        @NotBlank(message = "is missing: who logs in to the mail server") String username,
        @NotNull(message = "is missing") String password,
        @DefaultValue("INBOX") String folder) {

    MailboxAccount account(InboxKey inbox) {
        int chosenPort = port == null ? Protocol.IMAP.usualPort(security) : port;
        return new MailboxAccount(
                inbox.value(),
                inbox,
                Protocol.IMAP,
                new MailServer(host, chosenPort, security, null),
                new Password(username, password),
                new Handling(folder, false, Handling.Afterwards.FLAG, null, null));
    }

    /** Without the password, so that none is ever logged. */
    @Override
    public String toString() {
        return "MailboxToAdd[" + username + " at " + host + "]";
    }
}
