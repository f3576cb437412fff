/**
 * What a team works from: the inbox with its address, numbering series, texts, targets and escalation rules.
 *
 * <p>In: keys and addresses. Out: how an inbox is set up. Does not belong here: mail accounts (mailbox), cases, people's
 * rights (engine).
 */
@NullMarked
@ApplicationModule(
        displayName = "Inbox",
        allowedDependencies = {"database", "message", "contact"})
package org.mailroom.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
