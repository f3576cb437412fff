package org.mailroom.access;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people come in: the login, and the front page, which lists what each may use. */
@Controller
class StartPages {

    private final Places places;

    StartPages(Places places) {
        this.places = places;
    }

    @GetMapping("/login")
    String login(@Nullable Principal person) {
        return person == null ? "login" : "redirect:/";
    }

    /** Who may use one thing only is there at once. */
    @GetMapping("/")
    String start(Principal login) {
        List<Place> his = places.of(login);
        return his.size() == 1 ? "redirect:" + his.get(0).path() : "home";
    }
}
