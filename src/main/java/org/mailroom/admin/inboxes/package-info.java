/** The page on which admins set what an inbox is called and does. */
@NullMarked
package org.mailroom.admin.inboxes;

import org.jspecify.annotations.NullMarked;
