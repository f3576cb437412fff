package org.mailroom.admin.escalation;

import static java.util.stream.Collectors.toSet;

import java.security.Principal;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.Retimed;
import org.mailroom.engine.Person;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.Inboxes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which admins set escalations. Adding and taking out a level changes what is typed; only saving saves. */
@Controller
@RequestMapping("/admin/escalation")
class EscalationController {

    private final EscalationPage page;
    private final Escalations escalations;
    private final EscalationTargets targets;
    private final Inboxes inboxes;

    EscalationController(EscalationPage page, Escalations escalations, EscalationTargets targets, Inboxes inboxes) {
        this.page = page;
        this.escalations = escalations;
        this.targets = targets;
        this.inboxes = inboxes;
    }

    @GetMapping
    ModelAndView show() {
        return page.show();
    }

    @PostMapping("/{inbox}/add")
    ModelAndView add(@PathVariable("inbox") String key, @ModelAttribute("typed") LevelsForm typed) {
        return page.show(inbox(key), typed.plusOne(), null);
    }

    @PostMapping("/{inbox}/remove/{row}")
    ModelAndView remove(
            @PathVariable("inbox") String key,
            @PathVariable("row") int row,
            @ModelAttribute("typed") LevelsForm typed) {
        return page.show(inbox(key), typed.without(row), null);
    }

    /** @param confirmed whether the admin has seen what saving does to running cases; if it does anything, they are asked first */
    @PostMapping("/{inbox}")
    ModelAndView save(
            @PathVariable("inbox") String key,
            @ModelAttribute("typed") LevelsForm typed,
            BindingResult errors,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Principal admin,
            RedirectAttributes redirect) {
        Inbox inbox = inbox(key);
        typed.check(errors, targets.of(inbox.key()).stream().map(Person::id).collect(toSet()));
        if (errors.hasErrors()) {
            return again(inbox, typed, errors, HttpStatus.UNPROCESSABLE_ENTITY);
        }
        try {
            Retimed effect = escalations.effect(inbox.key(), typed.rules(), admin.getName());
            if (!confirmed && effect.moved() > 0) {
                return page.show(inbox, typed, errors).addObject("asked", key).addObject("effect", effect);
            }
            redirect.addFlashAttribute("retimed", escalations.replace(inbox.key(), typed.rules(), admin.getName()));
            redirect.addFlashAttribute("saved", key);
            return new ModelAndView("redirect:/admin/escalation#inbox-" + key);
        } catch (CaseRefusal busy) {
            return again(inbox, typed, errors, HttpStatus.CONFLICT).addObject("busy", key);
        }
    }

    private ModelAndView again(Inbox inbox, LevelsForm typed, BindingResult errors, HttpStatus status) {
        ModelAndView shown = page.show(inbox, typed, errors);
        shown.setStatus(status);
        return shown;
    }

    private Inbox inbox(String key) {
        return inboxes.all().stream()
                .filter(inbox -> inbox.key().value().equals(key))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
