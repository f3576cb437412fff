/** The page on which admins set when the cases of an inbox escalate, and what happens then. */
@NullMarked
package org.mailroom.admin.escalation;

import org.jspecify.annotations.NullMarked;
