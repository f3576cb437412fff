package org.mailroom.admin.inboxes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mailroom.inbox.NeverCopied;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of addresses that never get a copy, below the inboxes for all of which it holds. */
@Controller
class NeverCopiedController {

    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s@<>()\\[\\],;:\"]{1,64}@[^\\s@<>()\\[\\],;:\"]{1,250}");
    private static final Pattern BETWEEN = Pattern.compile("[,;\\s]+");

    private final NeverCopied neverCopied;
    private final InboxPage page;

    NeverCopiedController(NeverCopied neverCopied, InboxPage page) {
        this.neverCopied = neverCopied;
        this.page = page;
    }

    @PostMapping("/admin/never-copied")
    ModelAndView save(@RequestParam(defaultValue = "") String addresses, RedirectAttributes redirect) {
        List<String> entered = Arrays.stream(BETWEEN.split(addresses.replace("\0", "")))
                .filter(address -> !address.isEmpty())
                .toList();
        Optional<String> wrong = entered.stream()
                .filter(address -> !ADDRESS.matcher(address).matches())
                .findFirst();
        if (wrong.isPresent()) {
            ModelAndView again = page.show().addObject("neverCopied", addresses).addObject("noAddress", wrong.get());
            again.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return again;
        }
        neverCopied.list(entered);
        redirect.addFlashAttribute("neverCopiedSaved", true);
        return new ModelAndView("redirect:/admin/inboxes#never-copied");
    }
}
