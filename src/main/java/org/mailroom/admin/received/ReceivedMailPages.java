package org.mailroom.admin.received;

import java.security.Principal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.mailbox.LogQuestion;
import org.mailroom.mailbox.ReceivedMail;
import org.mailroom.mailbox.ReceivedMail.State;
import org.mailroom.mailbox.ReceivedMailLog;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Every mail that was received, what became of it and why; what became nothing can be taken in again. */
@Controller
@RequestMapping("/admin/received-mails")
class ReceivedMailPages {

    private static final int PAGE = 50;

    private final ReceivedMailLog log;
    private final People people;

    ReceivedMailPages(ReceivedMailLog log, People people) {
        this.log = log;
        this.people = people;
    }

    /** @param after the id of the last line of the page before */
    @GetMapping
    ModelAndView list(
            @RequestParam Optional<State> state,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable Long after) {
        String asked = words.replace("\0", "").strip();
        var question = new LogQuestion(state.orElse(null), null, null, asked.isEmpty() ? null : asked, after);
        List<ReceivedMail> lines = log.lines(question, PAGE + 1);
        boolean more = lines.size() > PAGE;
        return new ModelAndView("received-mails")
                .addObject("lines", more ? lines.subList(0, PAGE) : lines)
                .addObject("next", more ? lines.get(PAGE - 1).id() : null)
                .addObject("later", after != null)
                .addObject("state", state.orElse(null))
                .addObject("words", asked)
                .addObject("states", State.values())
                .addObject("counts", log.counts());
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable long id) {
        ReceivedMail line = line(id);
        return new ModelAndView("received-mail").addObject("line", line).addObject("reason", reason(line));
    }

    /** Without what is listed as evidence. */
    private static String reason(ReceivedMail line) {
        String reason = Objects.requireNonNullElse(line.reason(), "");
        for (String said : line.evidence()) {
            reason = reason.replace(said, "");
        }
        return reason.strip();
    }

    /** @param id of those that are to be taken in again; what cannot be is passed over */
    @PostMapping("/again")
    String takeInAgain(@RequestParam(required = false) @Nullable List<Long> id, RedirectAttributes redirect) {
        List<Long> chosen = id == null ? List.of() : id;
        redirect.addFlashAttribute(
                "again", chosen.stream().filter(log::takeInAgain).count());
        return "redirect:/admin/received-mails";
    }

    @PostMapping("/{id}/aside")
    String setAside(@PathVariable long id, Principal login, RedirectAttributes redirect) {
        line(id);
        String name = people.find(login.getName()).map(Person::name).orElse(login.getName());
        redirect.addFlashAttribute("aside", log.setAside(id, name));
        return "redirect:/admin/received-mails/" + id;
    }

    private ReceivedMail line(long id) {
        return log.line(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
