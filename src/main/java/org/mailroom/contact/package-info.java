/**
 * Who writes to us: people and their addresses.
 *
 * <p>In: an address that wrote. Out: the contact that owns it. Does not belong here: what they wrote, or their cases.
 */
@NullMarked
@ApplicationModule(displayName = "Contact", allowedDependencies = "message")
package org.mailroom.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
