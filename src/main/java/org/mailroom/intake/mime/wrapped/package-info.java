/**
 * Wrappings around files and mails that are no MIME: winmail.dat, S/MIME signatures, uuencode.
 *
 * <p>In: bytes of a part. Out: what is in them, never checked for whether a signature is right. Does not belong here: MIME.
 */
@NullMarked
package org.mailroom.intake.mime.wrapped;

import org.jspecify.annotations.NullMarked;
