package org.mailroom.admin.inboxes;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
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

/** The page on which admins add inboxes and set what each is called and does. Each inbox is saved by itself. */
@Controller
@RequestMapping("/admin/inboxes")
class InboxController {

    private final InboxPage page;
    private final Inboxes inboxes;
    private final InboxSetup setup;
    private final People people;

    InboxController(InboxPage page, Inboxes inboxes, InboxSetup setup, People people) {
        this.page = page;
        this.inboxes = inboxes;
        this.setup = setup;
        this.people = people;
    }

    @GetMapping
    ModelAndView show() {
        return page.show();
    }

    /** What is taken by somebody else at the same moment is found by looking again. */
    @PostMapping
    ModelAndView add(
            @ModelAttribute("identity") NewInboxForm identity,
            BindingResult identityErrors,
            @ModelAttribute("typed") InboxForm typed,
            BindingResult typedErrors,
            RedirectAttributes redirect) {
        identity.check(identityErrors, inboxes.all());
        typed.check(typedErrors, inboxes.all(), Set.of());
        if (!identityErrors.hasErrors() && !typedErrors.hasErrors() && !added(identity, typed)) {
            identity.check(identityErrors, inboxes.all());
            typed.check(typedErrors, inboxes.all(), Set.of());
        }
        if (identityErrors.hasErrors() || typedErrors.hasErrors()) {
            return page.showAgain(identity, identityErrors, typed, typedErrors);
        }
        return done("added", identity.inbox(typed), redirect);
    }

    @PostMapping("/{inbox}")
    ModelAndView save(
            @PathVariable("inbox") String key,
            @ModelAttribute("typed") InboxForm typed,
            BindingResult errors,
            RedirectAttributes redirect) {
        Inbox inbox = inbox(key);
        typed.check(errors, others(inbox), owners(inbox));
        if (!errors.hasErrors() && !changed(typed.applyTo(inbox))) {
            typed.check(errors, others(inbox), owners(inbox));
        }
        return errors.hasErrors() ? page.showAgain(inbox, typed, errors) : done("saved", inbox, redirect);
    }

    private static ModelAndView done(String what, Inbox inbox, RedirectAttributes redirect) {
        redirect.addFlashAttribute(what, inbox.key().value());
        return new ModelAndView("redirect:/admin/inboxes#inbox-" + inbox.key());
    }

    private boolean added(NewInboxForm identity, InboxForm typed) {
        try {
            return setup.add(identity.inbox(typed), identity.rules());
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    private boolean changed(Inbox wanted) {
        try {
            setup.change(wanted);
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

    /** The members, and who is it already. */
    private Set<String> owners(Inbox inbox) {
        return Stream.concat(
                        people.inGroup(inbox.key().group()).stream().map(Person::id),
                        Stream.ofNullable(inbox.defaultOwner()))
                .collect(Collectors.toSet());
    }

    private List<Inbox> others(Inbox inbox) {
        return inboxes.all().stream()
                .filter(other -> !other.key().equals(inbox.key()))
                .toList();
    }
}
