/**
 * The front door: accounts on mail servers, pickup over IMAP and POP3, each mail kept verbatim and once before the server is told.
 *
 * <p>In: mail from servers. Out: received mails, handed to the reception. Does not belong here: what a mail means.
 */
@NullMarked
@ApplicationModule(
        displayName = "Mailbox",
        allowedDependencies = {"database", "message", "contact", "inbox", "mailserver", "intake", "outbox"})
package org.mailroom.mailbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
