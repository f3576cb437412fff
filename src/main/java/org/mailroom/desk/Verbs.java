package org.mailroom.desk;

import java.util.List;
import java.util.Map;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.WrongAnswers;
import org.mailroom.desk.words.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/**
 * Does a verb for a page: afterwards the browser is sent back to the page, which says what was done; where it was refused
 * or something was entered wrongly, the page comes back at once with the reason and with all that was typed.
 */
@Component
class Verbs {

    private final CasePage page;
    private final Words words;

    Verbs(CasePage page, Words words) {
        this.page = page;
        this.words = words;
    }

    /** A verb that nothing needs to be entered for. */
    ModelAndView perform(Visit visit, String done, Runnable verb) {
        try {
            verb.run();
            return new ModelAndView("redirect:" + visit.pageAfter(done));
        } catch (CaseRefusal refused) {
            return again(visit, Map.of(), words.refusal(refused), HttpStatus.CONFLICT);
        }
    }

    /** A verb with a form; what was typed comes back with what is wrong in it. */
    ModelAndView perform(Visit visit, BindingResult form, String done, Runnable verb) {
        if (form.hasErrors()) {
            return again(visit, form.getModel(), words.say("error.form"), HttpStatus.UNPROCESSABLE_ENTITY)
                    .addObject("opened", form.getObjectName());
        }
        try {
            verb.run();
            return new ModelAndView("redirect:" + visit.pageAfter(done));
        } catch (CaseRefusal refused) {
            return again(visit, form.getModel(), words.refusal(refused), HttpStatus.CONFLICT)
                    .addObject("opened", form.getObjectName());
        }
    }

    /** The answer to the form of a task; what was entered comes back with what is wrong in it, at its field. */
    ModelAndView answer(Visit visit, String task, String entered, Runnable verb) {
        try {
            verb.run();
            return new ModelAndView("redirect:" + visit.pageAfter("answer"));
        } catch (WrongAnswers wrong) {
            Answered answered = new Answered(
                    task,
                    entered,
                    wrong.wrong().stream()
                            .map(one -> new TaskCard.Wrong(one.key(), words.wrong(one)))
                            .toList());
            return again(
                    visit, Map.of(Answered.NAME, answered), words.say("error.form"), HttpStatus.UNPROCESSABLE_ENTITY);
        } catch (CaseRefusal refused) {
            return again(
                    visit,
                    Map.of(Answered.NAME, new Answered(task, entered, List.of())),
                    words.refusal(refused),
                    HttpStatus.CONFLICT);
        }
    }

    /** Answers that are no JSON object: a program wrote them. */
    ModelAndView unreadable(Visit visit) {
        return again(visit, Map.of(), words.say("error.answers"), HttpStatus.UNPROCESSABLE_ENTITY);
    }

    private ModelAndView again(Visit visit, Map<String, ?> typed, String reason, HttpStatus status) {
        ModelAndView shown = page.show(visit, typed).addObject("refusal", reason);
        shown.setStatus(status);
        return shown;
    }
}
