/**
 * The door in front of the engine's REST interface and of the interfaces of its web applications: who may call what, and
 * with which values. The list of what each role may call is {@code calls.txt}, beside this package's classes.
 */
@NullMarked
package org.mailroom.engine.door;

import org.jspecify.annotations.NullMarked;
