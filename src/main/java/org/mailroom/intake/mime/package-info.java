/**
 * Reads the bytes of a mail (RFC 5322, RFC 2045 to 2047, RFC 2231), however broken: what cannot be read as it was meant is
 * read as well as it can be, and a warning says so. Reading never fails for what a sender wrote.
 *
 * <p>In: a mail, verbatim. Out: {@link org.mailroom.intake.mime.ReadMail}. Does not belong here: what a mail is for.
 *
 * <p>{@code bytes} splits, {@code charset} decodes, {@code wrapped} opens what is no MIME, {@code words} are texts that are
 * not plain. No library decides here what is lenient (docs/decisions, 11).
 */
@NullMarked
package org.mailroom.intake.mime;

import org.jspecify.annotations.NullMarked;
