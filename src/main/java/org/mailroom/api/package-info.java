/**
 * What programs see: mail handed in, mail read, the log of received mail, outgoing mail.
 *
 * <p>In: requests that access let pass. Out: JSON in snake case, instants in UTC (RFC 3339), errors as problem details
 * (RFC 9457). Does not belong here: who may call what (access), and any decision about a mail or a case.
 */
@NullMarked
@ApplicationModule(
        displayName = "API",
        allowedDependencies = {
            "message",
            "inbox",
            "intake",
            "intake :: form",
            "intake :: forward",
            "intake :: report",
            "mailbox",
            "mailserver",
            "cases",
            "outbox"
        })
package org.mailroom.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
