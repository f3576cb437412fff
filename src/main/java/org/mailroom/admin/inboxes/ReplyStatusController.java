package org.mailroom.admin.inboxes;

import org.mailroom.inbox.ReplyStatus;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The status that a reply of the customer gives a case, below the inboxes for all of which it holds. */
@Controller
class ReplyStatusController {

    private final ReplyStatus replyStatus;
    private final InboxPage page;

    ReplyStatusController(ReplyStatus replyStatus, InboxPage page) {
        this.replyStatus = replyStatus;
        this.page = page;
    }

    @PostMapping("/admin/reply-status")
    ModelAndView save(@RequestParam(defaultValue = "") String status, RedirectAttributes redirect) {
        String entered = status.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        if (entered.isEmpty() || entered.length() > ReplyStatus.LONGEST) {
            ModelAndView again = page.show().addObject("typedStatus", entered);
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        replyStatus.change(entered);
        redirect.addFlashAttribute("replyStatusSaved", true);
        return new ModelAndView("redirect:/admin/inboxes#reply-status");
    }
}
