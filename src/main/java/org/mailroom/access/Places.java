package org.mailroom.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What whoever is logged in may use now; the head of every page leads there. */
@ControllerAdvice
class Places {

    /** A place in the head of a page; current where the page belongs to it. */
    record Shown(Place place, boolean current) {}

    @ModelAttribute("places")
    List<Shown> shown(@Nullable Authentication login, HttpServletRequest request) {
        return of(login).stream()
                .map(place -> new Shown(place, request.getServletPath().startsWith(place.path())))
                .toList();
    }

    static List<Place> of(@Nullable Authentication login) {
        return login == null
                ? List.of()
                : Place.of(login.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .collect(Collectors.toSet()));
    }
}
