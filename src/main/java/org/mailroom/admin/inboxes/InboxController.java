package org.mailroom.admin.inboxes;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.engine.InboxRights;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
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

    private final Inboxes inboxes;
    private final InboxRights rights;

    InboxController(Inboxes inboxes, InboxRights rights) {
        this.inboxes = inboxes;
        this.rights = rights;
    }

    /** One inbox of the page, with what was typed and what is wrong with it. */
    record Shown(Inbox inbox, InboxForm form, List<String> wrong) {}

    @GetMapping
    ModelAndView show() {
        return page(null);
    }

    @PostMapping("/{inbox}")
    ModelAndView save(
            @PathVariable("inbox") String key,
            @Valid @ModelAttribute("typed") InboxForm typed,
            BindingResult errors,
            RedirectAttributes redirect) {
        Inbox inbox =
                inboxes.find(new InboxKey(key)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!errors.hasErrors()) {
            try {
                rights.grant(inboxes.change(typed.applyTo(inbox)));
                redirect.addFlashAttribute("saved", key);
                return new ModelAndView("redirect:/admin/inboxes#inbox-" + key);
            } catch (DuplicateKeyException taken) {
                errors.rejectValue("name", "inboxes.wrong.taken");
            }
        }
        ModelAndView again = page(new Shown(inbox, typed, wrongFields(errors)));
        again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return again;
    }

    private ModelAndView page(@Nullable Shown typed) {
        List<Shown> shown = inboxes.all().stream()
                .map(inbox -> typed != null && typed.inbox().key().equals(inbox.key())
                        ? typed
                        : new Shown(inbox, InboxForm.of(inbox), List.of()))
                .toList();
        return new ModelAndView("inboxes").addObject("inboxes", shown);
    }

    /** Message keys, one for each field that is wrong. */
    private static List<String> wrongFields(BindingResult errors) {
        return errors.getFieldErrors().stream()
                .map(error -> "inboxes.wrong.taken".equals(error.getCode())
                        ? "inboxes.wrong.taken"
                        : "inboxes.wrong." + error.getField())
                .distinct()
                .toList();
    }
}
