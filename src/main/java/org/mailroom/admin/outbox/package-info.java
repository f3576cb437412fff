/** The pages on which admins see what mail waits, failed or left, and send it again or give it up. */
@NullMarked
package org.mailroom.admin.outbox;

import org.jspecify.annotations.NullMarked;
