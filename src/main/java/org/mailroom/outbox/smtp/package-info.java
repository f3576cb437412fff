/** How a mail is handed to a mail server (RFC 5321), and what may come of it. */
@NullMarked
package org.mailroom.outbox.smtp;

import org.jspecify.annotations.NullMarked;
