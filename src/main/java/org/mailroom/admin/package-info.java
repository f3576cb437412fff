/**
 * What admins set: inboxes and escalation rules in the browser, and what a first run finds in its settings.
 *
 * <p>In: forms and settings. Out: rules, inboxes, people. Does not belong here: working cases.
 */
@NullMarked
@ApplicationModule(
        displayName = "Admin",
        allowedDependencies = {"message", "contact", "inbox", "mailbox", "intake", "cases", "outbox", "engine", "access"
        })
package org.mailroom.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
