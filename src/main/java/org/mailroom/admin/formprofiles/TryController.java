package org.mailroom.admin.formprofiles;

import java.util.Map;
import java.util.Optional;
import org.mailroom.intake.Reading;
import org.mailroom.mailbox.FrontDoor;
import org.mailroom.mailbox.ReceivedMailLog;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Shows which fields would be read of a mail, by the real way in; nothing is kept. */
@Controller
class TryController {

    private final FormProfilePages pages;
    private final ReceivedMailLog log;
    private final FrontDoor door;

    TryController(FormProfilePages pages, ReceivedMailLog log, FrontDoor door) {
        this.pages = pages;
        this.log = log;
        this.door = door;
    }

    @PostMapping("/admin/form-profiles/try")
    ModelAndView read(@ModelAttribute("tried") TryForm tried, BindingResult errors) {
        tried.check(errors);
        Optional<byte[]> raw = errors.hasErrors() ? Optional.empty() : raw(tried);
        if (raw.isPresent()) {
            Reading reading = door.read(raw.get());
            return pages.list(tried, Map.of()).addObject("reading", reading).addObject("form", reading.form());
        }
        if (!errors.hasErrors()) {
            errors.rejectValue("number", "error.mail-unknown");
        }
        return pages.list(tried, errors);
    }

    private Optional<byte[]> raw(TryForm tried) {
        return tried.isPasted() ? Optional.of(tried.raw()) : log.raw(tried.id());
    }
}
