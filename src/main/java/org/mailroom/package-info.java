/** Mailroom: the application and what all its rooms are given. */
@NullMarked
package org.mailroom;

import org.jspecify.annotations.NullMarked;
