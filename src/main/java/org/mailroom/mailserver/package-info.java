/**
 * How a mail server is reached and logged in to, for picking up and for sending alike.
 *
 * <p>In: servers and logins as admins set them up. Out: what Jakarta Mail has to be told, access tokens that are valid, and
 * what went wrong in words for people. Does not belong here: mail.
 */
@NullMarked
@ApplicationModule(
        displayName = "Mail server",
        allowedDependencies = {})
package org.mailroom.mailserver;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
