/**
 * Who may enter: one login for our pages, Camunda's web applications and its REST interface, and the front page, which
 * lists what each may use.
 *
 * <p>In: requests. Out: requests of a known person. Does not belong here: which cases a person may see (cases).
 */
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"engine", "engine :: accounts"})
package org.mailroom.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
