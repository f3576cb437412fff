package org.mailroom.access;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.engine.People;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What whoever is logged in may use now; the head of every page leads there. */
@ControllerAdvice
class Places {

    private final People people;

    Places(People people) {
        this.people = people;
    }

    /** A place in the head of a page; current where the page belongs to it. */
    record Shown(Place place, boolean current) {}

    @ModelAttribute("places")
    List<Shown> shown(@Nullable Principal login, HttpServletRequest request) {
        return of(login).stream()
                .map(place -> new Shown(place, request.getServletPath().startsWith(place.path())))
                .toList();
    }

    List<Place> of(@Nullable Principal login) {
        return login == null
                ? List.of()
                : people.find(login.getName()).map(Place::of).orElse(List.of());
    }
}
