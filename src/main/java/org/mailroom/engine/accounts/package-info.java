/**
 * The accounts of people: how passwords are kept, which are good enough, who may change what about whom.
 *
 * <p>In: every call that creates, changes or deletes a person, whatever way it comes. Out: the engine's users. Does not belong
 * here: how often somebody may try a password (access).
 */
@NullMarked
@NamedInterface("accounts")
package org.mailroom.engine.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
