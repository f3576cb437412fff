/** The page on which admins set up inboxes. */
@NullMarked
package org.mailroom.admin.inboxes;

import org.jspecify.annotations.NullMarked;
