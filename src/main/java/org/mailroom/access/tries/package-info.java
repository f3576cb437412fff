/**
 * How often somebody may try to log in: wrong passwords are counted for all nodes together and lead to growing pauses.
 *
 * <p>In: tries, with the name and the source address. Out: how long to wait. Does not belong here: whether a password is
 * right (engine.accounts).
 */
@NullMarked
package org.mailroom.access.tries;

import org.jspecify.annotations.NullMarked;
