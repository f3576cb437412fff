/**
 * The reception: reads the mail, judges it, finds its case, and opens or joins one.
 *
 * <p>In: a received mail, verbatim. Out: a verdict, carried out. Does not belong here: fetching and keeping mail, what
 * happens to a case afterwards.
 */
@NullMarked
@ApplicationModule(
        displayName = "Intake",
        allowedDependencies = {"message", "contact", "inbox", "cases"})
package org.mailroom.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
