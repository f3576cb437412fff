package org.mailroom.access;

import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where people come in: the login, and the way on from the front page to what each may use. */
@Controller
class StartPages {

    private static final String TASKLIST = "redirect:/camunda/app/tasklist/default/";
    private static final String COCKPIT = "redirect:/camunda/app/cockpit/default/";

    /** Lists what one may use, and has one's profile. */
    private static final String WELCOME = "redirect:/camunda/app/welcome/default/";

    private final People people;

    StartPages(People people) {
        this.people = people;
    }

    @GetMapping("/login")
    String login(@Nullable Principal person) {
        return person == null ? "login" : "redirect:/";
    }

    @GetMapping("/")
    String start(Principal login) {
        return people.find(login.getName()).map(StartPages::placeOf).orElse(WELCOME);
    }

    private static String placeOf(Person person) {
        if (person.hasInbox() || person.groups().contains(People.SUPERVISORS)) {
            return TASKLIST;
        }
        return person.groups().contains(People.ANALYSTS) ? COCKPIT : WELCOME;
    }
}
