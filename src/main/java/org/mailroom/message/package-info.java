/**
 * What a mail is, as values: addresses, identifiers, content, the message as it was understood.
 *
 * <p>In: nothing. Out: values that every room shares, and the signature that lets a reply find its case. Does not belong
 * here: reading MIME, storing, sending.
 */
@NullMarked
@ApplicationModule(
        displayName = "Message",
        allowedDependencies = {})
package org.mailroom.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
