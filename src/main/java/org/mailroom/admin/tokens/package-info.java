/** The page on which admins make and revoke the tokens of programs. */
@NullMarked
package org.mailroom.admin.tokens;

import org.jspecify.annotations.NullMarked;
