/** The mails that a case sends: what they say and to whom; composing and sending is the outbox's. */
@NullMarked
package org.mailroom.cases.mail;

import org.jspecify.annotations.NullMarked;
