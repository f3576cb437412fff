/** The pages on which admins look at the log of received mail, and empty its quarantine. */
@NullMarked
package org.mailroom.admin.received;

import org.jspecify.annotations.NullMarked;
