package org.mailroom.admin.inboxes;

import java.util.Map;
import org.mailroom.admin.forms.EnteredLength;
import org.mailroom.admin.forms.FieldMessages;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.Inboxes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/** Every inbox; where something was typed, that stands in the place of what is saved. */
@Component
class InboxPage {

    private final Inboxes inboxes;
    private final FieldMessages messages;

    InboxPage(Inboxes inboxes, FieldMessages messages) {
        this.inboxes = inboxes;
        this.messages = messages;
    }

    ModelAndView show() {
        return new ModelAndView("inboxes")
                .addObject("units", EnteredLength.UNITS)
                .addObject(
                        "inboxes", inboxes.all().stream().map(InboxPage::saved).toList());
    }

    /** With what was typed for one inbox and could not be saved. */
    ModelAndView showAgain(Inbox wanted, InboxForm typed, BindingResult errors) {
        var wrong = new ShownInbox(wanted, typed, messages.of(errors));
        ModelAndView page = show().addObject(
                        "inboxes",
                        inboxes.all().stream()
                                .map(inbox -> inbox.key().equals(wanted.key()) ? wrong : saved(inbox))
                                .toList());
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private static ShownInbox saved(Inbox inbox) {
        return new ShownInbox(inbox, InboxForm.of(inbox), Map.of());
    }
}
