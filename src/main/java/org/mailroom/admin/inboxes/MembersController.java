package org.mailroom.admin.inboxes;

import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who works an inbox: people join and leave it on its card. */
@Controller
@RequestMapping("/admin/inboxes/{inbox}/members")
class MembersController {

    private final Inboxes inboxes;
    private final People people;

    MembersController(Inboxes inboxes, People people) {
        this.inboxes = inboxes;
        this.people = people;
    }

    @PostMapping
    String add(@PathVariable("inbox") String key, @RequestParam("person") String id, RedirectAttributes redirect) {
        Person person = person(id);
        people.join(person.id(), inbox(key).group());
        return done("joined", key, person, redirect);
    }

    @PostMapping("/{person}/remove")
    String remove(@PathVariable("inbox") String key, @PathVariable("person") String id, RedirectAttributes redirect) {
        Person person = person(id);
        people.leave(person.id(), inbox(key).group());
        return done("left", key, person, redirect);
    }

    private static String done(String what, String key, Person person, RedirectAttributes redirect) {
        redirect.addFlashAttribute("members", key).addFlashAttribute(what, person.name());
        return "redirect:/admin/inboxes#members-" + key;
    }

    private InboxKey inbox(String key) {
        return inboxes.all().stream()
                .map(inbox -> inbox.key())
                .filter(known -> known.value().equals(key))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Person person(String id) {
        return people.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
