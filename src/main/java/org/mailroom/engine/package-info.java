/**
 * How Camunda is set up: models and forms deployed from their folders after a check, shields against what the engine
 * leaves open, who may do what.
 *
 * <p>In: folders, settings. Out: an engine that is safe to expose. Does not belong here: what a case does.
 */
@NullMarked
@ApplicationModule(
        displayName = "Engine",
        allowedDependencies = {"database", "message", "contact", "inbox"})
package org.mailroom.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
