/**
 * What is remembered of who is logged in, in the database, so that every node knows it.
 *
 * <p>In: what the web server keeps for a browser. Out: the same, on another node or after a restart. Does not belong here: who
 * may do what (access).
 */
@NullMarked
package org.mailroom.access.sessions;

import org.jspecify.annotations.NullMarked;
