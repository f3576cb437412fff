package org.mailroom.admin.inboxes;

import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.mailbox.ReceivedMailLog;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The mail that came to an inbox while it was switched off: all of it is taken in with one click on its card. */
@Controller
class RefusedMailController {

    private final Inboxes inboxes;
    private final ReceivedMailLog log;

    RefusedMailController(Inboxes inboxes, ReceivedMailLog log) {
        this.inboxes = inboxes;
        this.log = log;
    }

    @PostMapping("/admin/inboxes/{inbox}/refused-mails/again")
    String takeInAgain(@PathVariable("inbox") String key, RedirectAttributes redirect) {
        if (!InboxKey.isKey(key) || inboxes.find(new InboxKey(key)).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        redirect.addFlashAttribute("refused", key).addFlashAttribute("again", log.takeInAgain(new InboxKey(key)));
        return "redirect:/admin/inboxes#inbox-" + key;
    }
}
