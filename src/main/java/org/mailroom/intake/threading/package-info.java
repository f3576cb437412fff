/**
 * Finds the case that a mail belongs to, and says by which rule.
 *
 * <p>In: a mail, read. Out: a case and the evidence, or a case that it may belong to. Does not belong here: whether the case
 * is open, and what joining it means.
 */
@NullMarked
package org.mailroom.intake.threading;

import org.jspecify.annotations.NullMarked;
