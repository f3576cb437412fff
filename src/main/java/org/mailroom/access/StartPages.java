package org.mailroom.access;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.engine.People;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where people come in: the login, and the front page, which lists what each may use. */
@Controller
class StartPages {

    @GetMapping("/login")
    ModelAndView login(@Nullable Principal person, @RequestParam(required = false) @Nullable String wait) {
        return person == null
                ? new ModelAndView("login").addObject("pause", PauseInWords.of(wait))
                : new ModelAndView("redirect:/");
    }

    /** Who may use one thing only is there at once. */
    @GetMapping("/")
    String start(Authentication login, Model page) {
        List<Place> theirs = Places.of(login);
        page.addAttribute("admin", isAdmin(login));
        return theirs.size() == 1 ? "redirect:" + theirs.get(0).path() : "home";
    }

    private static boolean isAdmin(Authentication login) {
        return login.getAuthorities().contains(new SimpleGrantedAuthority(People.ADMINS));
    }
}
