/**
 * What is done to the text of a mail once its bytes are decoded: cleaned of what breaks later steps, HTML made safe, the
 * new text told from the quoted.
 *
 * <p>In: decoded text. Out: text and HTML that every later step may store and show. Does not belong here: bytes, header
 * fields, what a mail is for.
 */
@NullMarked
package org.mailroom.intake.text;

import org.jspecify.annotations.NullMarked;
