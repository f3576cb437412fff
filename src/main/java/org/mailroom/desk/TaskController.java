package org.mailroom.desk;

import java.util.Map;
import org.mailroom.cases.TaskWork;
import org.mailroom.desk.forms.AnswerForm;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The verbs on a single task of a case. */
@Controller
@RequestMapping("/cases/{number}/tasks/{task}")
class TaskController {

    private final TaskWork work;
    private final Verbs verbs;

    TaskController(TaskWork work, Verbs verbs) {
        this.work = work;
        this.verbs = verbs;
    }

    @PostMapping("/claim")
    ModelAndView claim(Visit visit, @PathVariable String task) {
        return verbs.perform(visit, "task-claim", () -> work.claim(visit.number(), visit.agent(), task));
    }

    @PostMapping("/release")
    ModelAndView release(Visit visit, @PathVariable String task) {
        return verbs.perform(visit, "task-release", () -> work.release(visit.number(), visit.agent(), task));
    }

    /** The answers come as one JSON object named answers, or field by field. */
    @PostMapping("/answer")
    ModelAndView answer(Visit visit, @PathVariable String task, @RequestParam MultiValueMap<String, String> sent) {
        AnswerForm form = new AnswerForm(sent);
        Map<String, Object> answers = form.answers();
        return answers == null
                ? verbs.unreadable(visit)
                : verbs.answer(
                        visit, task, form.json(), () -> work.answer(visit.number(), visit.agent(), task, answers));
    }
}
