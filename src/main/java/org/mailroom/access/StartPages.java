package org.mailroom.access;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people come in: the login, and the front page, which lists what each may use. */
@Controller
class StartPages {

    @GetMapping("/login")
    String login(@Nullable Principal person) {
        return person == null ? "login" : "redirect:/";
    }

    /** Who may use one thing only is there at once. */
    @GetMapping("/")
    String start(Authentication login) {
        List<Place> his = Places.of(login);
        return his.size() == 1 ? "redirect:" + his.get(0).path() : "home";
    }
}
