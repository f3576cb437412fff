/** The pages on which admins set by which profiles form mail is known and read, and try them. */
@NullMarked
package org.mailroom.admin.formprofiles;

import org.jspecify.annotations.NullMarked;
