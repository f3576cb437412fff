package org.mailroom.desk;

import org.mailroom.cases.CaseSending;
import org.mailroom.cases.Casework;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The verbs that are one click. */
@Controller
@RequestMapping("/cases/{number}")
class VerbController {

    private final Casework casework;
    private final CaseSending sending;
    private final Verbs verbs;

    VerbController(Casework casework, CaseSending sending, Verbs verbs) {
        this.casework = casework;
        this.sending = sending;
        this.verbs = verbs;
    }

    @PostMapping("/claim")
    ModelAndView claim(Visit visit) {
        return verbs.perform(visit, "claim", () -> casework.claim(visit.number(), visit.agent()));
    }

    @PostMapping("/release")
    ModelAndView release(Visit visit) {
        return verbs.perform(visit, "release", () -> casework.release(visit.number(), visit.agent()));
    }

    @PostMapping("/complete")
    ModelAndView complete(Visit visit) {
        return verbs.perform(visit, "complete", () -> casework.complete(visit.number(), visit.agent()));
    }

    @PostMapping("/outgoing-mails/{id}/send-again")
    ModelAndView sendAgain(Visit visit, @PathVariable long id) {
        return verbs.perform(visit, "send-again", () -> sending.sendAgain(id, visit.agent()));
    }
}
