/**
 * What supervisors see: what is stuck, found by a watch, with its repairs; and the hands of Mailroom's action in Cockpit.
 *
 * <p>In: clicks of supervisors, the clock. Out: verbs on cases, mail to be taken in again. Does not belong here: working a case
 * (desk).
 */
@NullMarked
@ApplicationModule(
        displayName = "Insight",
        allowedDependencies = {"cases", "engine", "inbox", "mailbox", "message", "contact"})
package org.mailroom.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
