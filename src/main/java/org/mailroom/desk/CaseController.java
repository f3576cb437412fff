package org.mailroom.desk;

import org.jspecify.annotations.Nullable;
import org.mailroom.cases.Agent;
import org.mailroom.cases.CaseFiles;
import org.mailroom.cases.NoSuchCase;
import org.mailroom.desk.words.Words;
import org.mailroom.inbox.CaseNumber;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** Shows a case. */
@Controller
class CaseController {

    private final CaseFiles files;
    private final CasePage page;
    private final Words words;

    CaseController(CaseFiles files, CasePage page, Words words) {
        this.files = files;
        this.page = page;
        this.words = words;
    }

    /** Whoever has just forwarded a case to an inbox that is not his is told that it left. */
    @GetMapping("/cases/{number}")
    ModelAndView show(Visit visit, @RequestParam(name = Visit.DONE, required = false) @Nullable String verb) {
        String done = words.done(verb, visit.number());
        try {
            return page.show(visit).addObject("done", done).addObject("verb", verb);
        } catch (NoSuchCase gone) {
            if (done == null) {
                throw gone;
            }
            return new ModelAndView("case-left").addObject("done", done).addObject("verb", verb);
        }
    }

    /** The case of a task: Tasklist knows no numbers. */
    @GetMapping(path = "/cases", params = "task")
    String ofTask(@RequestParam String task, @RequestParam(defaultValue = "false") boolean frame, Agent agent) {
        CaseNumber number = files.ofTask(task, agent);
        return "redirect:" + new Visit(number, agent, frame).page();
    }

    /** Changes whenever the case does: a page that is open asks for it. */
    @GetMapping(path = "/cases/{number}/version", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String version(Visit visit) {
        return files.version(visit.number(), visit.agent());
    }
}
