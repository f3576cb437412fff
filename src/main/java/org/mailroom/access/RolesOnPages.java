package org.mailroom.access;

import org.jspecify.annotations.Nullable;
import org.mailroom.engine.People;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page whether an admin looks at it, so that its head can lead him to what only admins set. */
@ControllerAdvice
class RolesOnPages {

    @ModelAttribute("admin")
    boolean admin(@Nullable Authentication login) {
        return login != null
                && login.getAuthorities().stream()
                        .anyMatch(authority -> People.ADMINS.equals(authority.getAuthority()));
    }
}
