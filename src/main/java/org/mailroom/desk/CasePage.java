package org.mailroom.desk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.mailroom.cases.CaseAssigning;
import org.mailroom.cases.CaseFiles;
import org.mailroom.cases.CaseView;
import org.mailroom.cases.CaseWork;
import org.mailroom.cases.Findings;
import org.mailroom.cases.WorkOfCase;
import org.mailroom.desk.forms.AssignForm;
import org.mailroom.desk.forms.CancelForm;
import org.mailroom.desk.forms.ForwardForm;
import org.mailroom.desk.forms.MergeForm;
import org.mailroom.desk.forms.NoteForm;
import org.mailroom.desk.forms.ReplyForm;
import org.mailroom.desk.forms.WaitForm;
import org.mailroom.desk.words.EventWords;
import org.mailroom.desk.words.Line;
import org.mailroom.desk.words.Words;
import org.mailroom.engine.Person;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.Inboxes;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of a case, with everything that its template needs. */
@Component
class CasePage {

    private final CaseFiles files;
    private final CaseAssigning assigning;
    private final WorkOfCase work;
    private final TaskCards cards;
    private final Inboxes inboxes;
    private final Words words;
    private final EventWords eventWords;
    private final Findings findings;
    private final Clock clock;

    CasePage(
            CaseFiles files,
            CaseAssigning assigning,
            WorkOfCase work,
            TaskCards cards,
            Inboxes inboxes,
            Words words,
            EventWords eventWords,
            Findings findings,
            Clock clock) {
        this.files = files;
        this.assigning = assigning;
        this.work = work;
        this.cards = cards;
        this.findings = findings;
        this.inboxes = inboxes;
        this.words = words;
        this.eventWords = eventWords;
        this.clock = clock;
    }

    ModelAndView show(Visit visit) {
        return show(visit, Map.of());
    }

    /** @param typed forms that came back with errors, by name; the others are empty */
    ModelAndView show(Visit visit, Map<String, ?> typed) {
        CaseView shown = files.view(visit.number(), visit.agent());
        CaseWork now = work.of(visit.number(), visit.agent());
        return new ModelAndView("case")
                .addObject("shown", shown)
                .addObject("visit", visit)
                .addObject("version", files.version(visit.number(), visit.agent()))
                .addObject("offer", Offer.of(shown, now, visit.agent()))
                .addObject("handling", now.handling().orElse(null))
                .addObject("cards", cards.of(now, visit.agent(), (Answered) typed.get(Answered.NAME)))
                .addObject("late", shown.due() != null && shown.due().isBefore(clock.instant()))
                .addObject(
                        "lines",
                        shown.entries().stream()
                                .map(entry -> Line.of(entry, eventWords))
                                .toList())
                .addObject("remote", RemoteImages.of(shown))
                .addObject("targets", targets(shown))
                .addObject("candidates", candidates(shown))
                .addObject("stuck", findings.openOf(visit.number()))
                .addObject("words", words)
                .addAllObjects(emptyForms())
                .addAllObjects(typed);
    }

    private List<Inbox> targets(CaseView shown) {
        return inboxes.all().stream()
                .filter(inbox -> !inbox.key().equals(shown.inbox()))
                .toList();
    }

    private List<Person> candidates(CaseView shown) {
        return assigning.candidates(shown.inbox()).stream()
                .filter(person -> !person.id().equals(shown.owner()))
                .toList();
    }

    private static Map<String, ?> emptyForms() {
        return Map.of(
                "reply", ReplyForm.empty(),
                "note", new NoteForm(""),
                "forward", new ForwardForm("", "", "", "", ""),
                "wait", new WaitForm("", ""),
                "assign", new AssignForm(""),
                "merge", new MergeForm(""),
                "cancel", new CancelForm(""));
    }
}
