package org.mailroom.desk;

import java.time.Clock;
import org.mailroom.cases.CaseAssigning;
import org.mailroom.cases.CaseMerging;
import org.mailroom.cases.Casework;
import org.mailroom.desk.forms.AssignForm;
import org.mailroom.desk.forms.CancelForm;
import org.mailroom.desk.forms.ForwardForm;
import org.mailroom.desk.forms.MergeForm;
import org.mailroom.desk.forms.NoteForm;
import org.mailroom.desk.forms.ReplyForm;
import org.mailroom.desk.forms.WaitForm;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The verbs that something is entered for. */
@Controller
@RequestMapping("/cases/{number}")
class FormController {

    private final Casework casework;
    private final CaseAssigning assigning;
    private final CaseMerging merging;
    private final Verbs verbs;
    private final Clock clock;

    FormController(Casework casework, CaseAssigning assigning, CaseMerging merging, Verbs verbs, Clock clock) {
        this.casework = casework;
        this.assigning = assigning;
        this.merging = merging;
        this.verbs = verbs;
        this.clock = clock;
    }

    @PostMapping("/reply")
    ModelAndView reply(Visit visit, @ModelAttribute("reply") ReplyForm form, BindingResult errors) {
        form.check(errors);
        return verbs.perform(visit, errors, "reply", () -> casework.reply(visit.number(), visit.agent(), form.reply()));
    }

    @PostMapping("/note")
    ModelAndView note(Visit visit, @ModelAttribute("note") NoteForm form, BindingResult errors) {
        form.check(errors);
        return verbs.perform(visit, errors, "note", () -> casework.note(visit.number(), visit.agent(), form.words()));
    }

    @PostMapping("/forward")
    ModelAndView forward(Visit visit, @ModelAttribute("forward") ForwardForm form, BindingResult errors) {
        form.check(errors, clock);
        return verbs.perform(
                visit, errors, "forward", () -> casework.forward(visit.number(), visit.agent(), form.forwarding()));
    }

    @PostMapping("/wait")
    ModelAndView waitForReply(Visit visit, @ModelAttribute("wait") WaitForm form, BindingResult errors) {
        form.check(errors, clock);
        return verbs.perform(
                visit, errors, "wait", () -> casework.waitForReply(visit.number(), visit.agent(), form.instant()));
    }

    @PostMapping("/assign")
    ModelAndView assign(Visit visit, @ModelAttribute("assign") AssignForm form, BindingResult errors) {
        form.check(errors);
        return verbs.perform(
                visit, errors, "assign", () -> assigning.assign(visit.number(), visit.agent(), form.person()));
    }

    @PostMapping("/merge")
    ModelAndView merge(Visit visit, @ModelAttribute("merge") MergeForm form, BindingResult errors) {
        form.check(errors);
        return verbs.perform(visit, errors, "merge", () -> merging.merge(visit.number(), visit.agent(), form.number()));
    }

    @PostMapping("/cancel")
    ModelAndView cancel(Visit visit, @ModelAttribute("cancel") CancelForm form, BindingResult errors) {
        return verbs.perform(
                visit, errors, "cancel", () -> casework.cancel(visit.number(), visit.agent(), form.words()));
    }
}
