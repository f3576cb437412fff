/**
 * The mail that somebody passes on: whether a mail is a forward, and of what. Also what mail programs put before a subject.
 *
 * <p>In: a mail, read. Out: {@link org.mailroom.intake.forward.Forward}. Does not belong here: what follows from it for a
 * case.
 */
@NullMarked
@NamedInterface("forward")
package org.mailroom.intake.forward;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
