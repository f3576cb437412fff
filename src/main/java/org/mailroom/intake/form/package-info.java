/**
 * Mail that a web form or a portal wrote for somebody: what he entered, field by field. Which forms there are is data: five
 * profiles come with Mailroom, others are added to the table {@code form_profile}.
 *
 * <p>In: a mail, read, and profiles. Out: {@link org.mailroom.intake.form.Form}. Does not belong here: what follows from it
 * for a case.
 */
@NullMarked
@NamedInterface("form")
package org.mailroom.intake.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
