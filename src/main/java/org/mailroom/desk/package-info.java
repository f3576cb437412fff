/**
 * What agents see: the case with its conversation, and the verbs to work it; also as a tab in Tasklist.
 *
 * <p>In: clicks. Out: verbs on cases. Does not belong here: deciding what a verb does.
 */
@NullMarked
@ApplicationModule(
        displayName = "Desk",
        allowedDependencies = {"message", "contact", "inbox", "cases", "outbox", "engine"})
package org.mailroom.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
