/**
 * The bytes of a mail as stretches that are not copied: split into header and body, a body into parts, a part freed from
 * its transfer encoding.
 *
 * <p>In: bytes. Out: stretches of them. Does not belong here: what a field or a text says.
 */
@NullMarked
package org.mailroom.intake.mime.bytes;

import org.jspecify.annotations.NullMarked;
