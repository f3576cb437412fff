/**
 * What admins set: inboxes, escalation rules, form profiles and tokens in the browser, and what a first run finds in its settings.
 *
 * <p>In: forms and settings. Out: rules, inboxes, people, profiles, tokens. Does not belong here: working cases.
 */
@NullMarked
@ApplicationModule(
        displayName = "Admin",
        allowedDependencies = {
            "message",
            "contact",
            "inbox",
            "mailbox",
            "mailserver",
            "intake",
            "intake :: form",
            "cases",
            "outbox",
            "engine",
            "access",
            "access :: tokens"
        })
package org.mailroom.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
