package org.mailroom.admin.inboxes;

import java.security.Principal;
import org.mailroom.cases.Breakers;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lets an inbox send automatic mail again that had sent too many. */
@Controller
class AutomaticMailController {

    private final Inboxes inboxes;
    private final Breakers breakers;

    AutomaticMailController(Inboxes inboxes, Breakers breakers) {
        this.inboxes = inboxes;
        this.breakers = breakers;
    }

    /** Two admins who click at the same time are both right. */
    @PostMapping("/admin/inboxes/{inbox}/resume")
    String resume(@PathVariable("inbox") String key, Principal admin, RedirectAttributes redirect) {
        breakers.resume(inbox(key), admin.getName());
        redirect.addFlashAttribute("resumed", key);
        return "redirect:/admin/inboxes#inbox-" + key;
    }

    private InboxKey inbox(String key) {
        return inboxes.all().stream()
                .map(Inbox::key)
                .filter(known -> known.value().equals(key))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
