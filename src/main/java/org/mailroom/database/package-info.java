/**
 * What a database may do to us: be away, be full, end what we are at. Tells such trouble from a failure of our own, and shows
 * it in health. And what all rooms need to ask it as little as they can, and one after the other where tables are made.
 *
 * <p>In: a failure. Out: whether it passes by itself. Does not belong here: what is tried again, and when; which tables there
 * are.
 */
@NullMarked
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
package org.mailroom.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
