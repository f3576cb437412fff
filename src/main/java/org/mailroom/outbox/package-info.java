/**
 * The back door: composes mail from texts, keeps it until it is sent, sends, tries again, says what went wrong.
 *
 * <p>In: drafts, inside the caller's transaction. Out: mail by SMTP, and the events {@code MailSent} and {@code
 * SendingFailed}. Does not belong here: whether a mail should be sent at all.
 */
@NullMarked
@ApplicationModule(
        displayName = "Outbox",
        allowedDependencies = {"database", "message", "contact", "inbox", "mailserver"})
package org.mailroom.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
