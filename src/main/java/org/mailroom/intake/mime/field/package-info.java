/**
 * What the fields of a mail's header say: names, addresses, dates, identifiers and parameters, however broken.
 *
 * <p>In: a header, split. Out: values. Does not belong here: what follows from a field.
 */
@NullMarked
package org.mailroom.intake.mime.field;

import org.jspecify.annotations.NullMarked;
