/**
 * What supervisors see; for now the hands of Mailroom's action in Cockpit.
 *
 * <p>In: clicks in Cockpit. Out: verbs on cases. Does not belong here: working a case (desk).
 */
@NullMarked
@ApplicationModule(
        displayName = "Insight",
        allowedDependencies = {"cases", "engine", "inbox", "message", "contact"})
package org.mailroom.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
