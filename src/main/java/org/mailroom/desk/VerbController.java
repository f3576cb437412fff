package org.mailroom.desk;

import org.mailroom.cases.CaseSending;
import org.mailroom.cases.Casework;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

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
    ModelAndView claim(Visit visit, RedirectAttributes redirect) {
        return verbs.perform(visit, redirect, "claim", () -> casework.claim(visit.number(), visit.agent()));
    }

    @PostMapping("/release")
    ModelAndView release(Visit visit, RedirectAttributes redirect) {
        return verbs.perform(visit, redirect, "release", () -> casework.release(visit.number(), visit.agent()));
    }

    @PostMapping("/complete")
    ModelAndView complete(Visit visit, RedirectAttributes redirect) {
        return verbs.perform(visit, redirect, "complete", () -> casework.complete(visit.number(), visit.agent()));
    }

    @PostMapping("/outgoing-mails/{id}/send-again")
    ModelAndView sendAgain(Visit visit, @PathVariable long id, RedirectAttributes redirect) {
        return verbs.perform(visit, redirect, "send-again", () -> sending.sendAgain(id, visit.agent()));
    }
}
