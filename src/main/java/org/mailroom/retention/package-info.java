/**
 * How long things are kept: deletes what is old, a little at a time, at night. Each room deletes its own; this one says when,
 * and sees to it that all of a case goes together.
 *
 * <p>In: the clock. Out: nothing. Does not belong here: what a room has and how it is deleted.
 */
@NullMarked
@ApplicationModule(
        displayName = "Retention",
        allowedDependencies = {"inbox", "mailbox", "cases", "outbox"})
package org.mailroom.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
