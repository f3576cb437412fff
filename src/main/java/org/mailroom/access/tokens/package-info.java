/**
 * What programs show instead of a login: tokens that an admin makes, each good for the scopes that it names.
 *
 * <p>In: the token of a request. Out: its scopes as authorities. Does not belong here: which scope a call asks for.
 */
@NullMarked
@NamedInterface("tokens")
package org.mailroom.access.tokens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
