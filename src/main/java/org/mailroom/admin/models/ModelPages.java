package org.mailroom.admin.models;

import java.security.Principal;
import java.util.List;
import java.util.NoSuchElementException;
import org.mailroom.engine.Models;
import org.mailroom.engine.People;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows which models are active, who deployed them and what was refused; an earlier version can be made active again. */
@Controller
@RequestMapping("/models")
class ModelPages {

    private final Models models;
    private final People people;

    ModelPages(Models models, People people) {
        this.models = models;
        this.people = people;
    }

    /** Lists the models with their versions, and the refusals. */
    @GetMapping
    ModelAndView list() {
        List<Models.Refused> refused = models.refused();
        return new ModelAndView("models")
                .addObject("models", models.all())
                .addObject("open", refused.stream().filter(Models.Refused::open).toList())
                .addObject("past", refused.stream().filter(one -> !one.open()).toList())
                .addObject("deleted", models.withoutFile())
                .addObject("warnings", models.warnings())
                .addObject("names", people.names());
    }

    /**
     * Makes an earlier version active again.
     *
     * @param version the engine's id of it
     */
    @PostMapping("/activate")
    String activate(@RequestParam String version, Principal login, RedirectAttributes redirect) {
        try {
            List<String> reasons = models.activate(version, login.getName());
            redirect.addFlashAttribute(reasons.isEmpty() ? "activated" : "notActivated", reasons);
            return "redirect:/models";
        } catch (NoSuchElementException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, unknown.getMessage(), unknown);
        }
    }
}
