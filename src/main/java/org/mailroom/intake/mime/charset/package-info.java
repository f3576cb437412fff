/**
 * Which character set a text is really written in.
 *
 * <p>In: bytes, and what is said of them. Out: characters. Does not belong here: what they mean.
 */
@NullMarked
package org.mailroom.intake.mime.charset;

import org.jspecify.annotations.NullMarked;
