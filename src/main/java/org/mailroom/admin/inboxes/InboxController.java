package org.mailroom.admin.inboxes;

import java.util.List;
import org.mailroom.engine.InboxRights;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.Inboxes;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which admins set what an inbox is called and does. Each inbox is saved by itself. */
@Controller
@RequestMapping("/admin/inboxes")
class InboxController {

    private final InboxPage page;
    private final Inboxes inboxes;
    private final InboxRights rights;

    InboxController(InboxPage page, Inboxes inboxes, InboxRights rights) {
        this.page = page;
        this.inboxes = inboxes;
        this.rights = rights;
    }

    @GetMapping
    ModelAndView show() {
        return page.show();
    }

    @PostMapping("/{inbox}")
    ModelAndView save(
            @PathVariable("inbox") String key,
            @ModelAttribute("typed") InboxForm typed,
            BindingResult errors,
            RedirectAttributes redirect) {
        Inbox inbox = inbox(key);
        typed.check(errors, others(inbox));
        if (!errors.hasErrors() && !change(typed.applyTo(inbox))) {
            typed.check(errors, others(inbox));
        }
        if (errors.hasErrors()) {
            return page.showAgain(inbox, typed, errors);
        }
        redirect.addFlashAttribute("saved", key);
        return new ModelAndView("redirect:/admin/inboxes#inbox-" + key);
    }

    /** False where somebody else took the name a moment ago. */
    private boolean change(Inbox wanted) {
        try {
            rights.grant(inboxes.change(wanted));
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    private Inbox inbox(String key) {
        return inboxes.all().stream()
                .filter(inbox -> inbox.key().value().equals(key))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<Inbox> others(Inbox inbox) {
        return inboxes.all().stream()
                .filter(other -> !other.key().equals(inbox.key()))
                .toList();
    }
}
