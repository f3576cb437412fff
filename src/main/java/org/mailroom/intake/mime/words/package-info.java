/**
 * Text in other forms than plain: flowed, rich text, invitations.
 *
 * <p>In: decoded text. Out: text or HTML as people read it. Does not belong here: bytes, parts, making HTML safe.
 */
@NullMarked
package org.mailroom.intake.mime.words;

import org.jspecify.annotations.NullMarked;
