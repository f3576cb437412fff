package org.mailroom.admin.outbox;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutgoingLine;
import org.mailroom.outbox.OutgoingMailLog;
import org.mailroom.outbox.OutgoingQuestion;
import org.mailroom.outbox.OutgoingQuestion.Show;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits to leave, what failed and why; it can be sent again, or given up. */
@Controller
@RequestMapping("/admin/outbox")
class OutgoingMailPages {

    private static final int PAGE = 50;
    private static final String LIST = "redirect:/admin/outbox";

    private final OutgoingMailLog log;
    private final Outbox outbox;
    private final SendingAgain again;
    private final Inboxes inboxes;
    private final People people;

    OutgoingMailPages(OutgoingMailLog log, Outbox outbox, SendingAgain again, Inboxes inboxes, People people) {
        this.log = log;
        this.outbox = outbox;
        this.again = again;
        this.inboxes = inboxes;
        this.people = people;
    }

    /** @param after the id of the last line of the page before */
    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "OPEN") Show show,
            @RequestParam(defaultValue = "") String inbox,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(required = false) @Nullable Long after) {
        String asked = words.replace("\0", "").strip();
        List<OutgoingLine> lines =
                log.lines(new OutgoingQuestion(show, key(inbox), asked.isEmpty() ? null : asked, after), PAGE + 1);
        boolean more = lines.size() > PAGE;
        Map<Show, Long> counts = log.counts();
        return new ModelAndView("outgoing-mails")
                .addObject("lines", more ? lines.subList(0, PAGE) : lines)
                .addObject("next", more ? lines.get(PAGE - 1).id() : null)
                .addObject("later", after != null)
                .addObject("show", show)
                .addObject("shows", Show.values())
                .addObject("inbox", inbox)
                .addObject("inboxes", inboxes.all())
                .addObject("words", asked)
                .addObject("counts", counts)
                .addObject("failed", counts.getOrDefault(Show.FAILED, 0L))
                .addObject("stopped", log.stopped());
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable long id) {
        return new ModelAndView("outgoing-mail").addObject("line", line(id));
    }

    /** The mail, byte for byte, as it leaves. */
    @GetMapping("/{id}/raw")
    ResponseEntity<byte[]> raw(@PathVariable long id) {
        byte[] raw = outbox.sent(id).orElseThrow(OutgoingMailPages::unknown).raw();
        String name = "outgoing-mail-" + id + ".eml";
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "message/rfc822")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(raw);
    }

    /** @param id of those that are to be sent again; what was sent meanwhile is passed over */
    @PostMapping("/again")
    String again(
            @RequestParam(required = false) @Nullable List<Long> id, Principal login, RedirectAttributes redirect) {
        redirect.addFlashAttribute("again", again.send(chosen(id), login.getName()));
        return LIST;
    }

    @PostMapping("/again/failed")
    String allAgain(
            @RequestParam(defaultValue = "") String inbox,
            @RequestParam(defaultValue = "") String words,
            Principal login,
            RedirectAttributes redirect) {
        var failed = new OutgoingQuestion(Show.FAILED, key(inbox), words.isBlank() ? null : words.strip(), null);
        redirect.addFlashAttribute("again", again.sendAll(failed, login.getName()));
        return LIST;
    }

    @PostMapping("/give-up")
    String giveUp(
            @RequestParam(required = false) @Nullable List<Long> id, Principal login, RedirectAttributes redirect) {
        String name = people.find(login.getName()).map(Person::name).orElse(login.getName());
        redirect.addFlashAttribute(
                "givenUp",
                chosen(id).stream().filter(one -> outbox.giveUp(one, name)).count());
        return LIST;
    }

    @PostMapping("/try")
    String tryServers(RedirectAttributes redirect) {
        outbox.tryServers();
        redirect.addFlashAttribute("tried", true);
        return LIST;
    }

    private static List<Long> chosen(@Nullable List<Long> ids) {
        return ids == null ? List.of() : ids;
    }

    private static @Nullable InboxKey key(String asked) {
        return InboxKey.isKey(asked) ? new InboxKey(asked) : null;
    }

    private OutgoingLine line(long id) {
        return log.line(id).orElseThrow(OutgoingMailPages::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
