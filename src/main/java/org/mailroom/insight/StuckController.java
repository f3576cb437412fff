package org.mailroom.insight;

import java.util.List;
import java.util.Optional;
import org.mailroom.cases.Agent;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.Finding;
import org.mailroom.cases.Findings;
import org.mailroom.cases.NoSuchCase;
import org.mailroom.cases.StuckCases;
import org.mailroom.cases.StuckKind;
import org.mailroom.mailbox.StuckMails;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows supervisors what is stuck, and repairs one thing or all of a kind. After a repair the page says what is still stuck. */
@Controller
@RequestMapping("/stuck")
class StuckController {

    private final StuckPage page;
    private final Findings findings;
    private final StuckCases cases;
    private final StuckMails mails;
    private final Watch watch;

    StuckController(StuckPage page, Findings findings, StuckCases cases, StuckMails mails, Watch watch) {
        this.page = page;
        this.findings = findings;
        this.cases = cases;
        this.mails = mails;
        this.watch = watch;
    }

    @GetMapping
    ModelAndView show() {
        return page.show();
    }

    /** @param id of the finding; one that is over meanwhile needs no repair */
    @PostMapping("/{id:\\d{1,18}}")
    String repair(
            @PathVariable long id,
            @RequestParam("do") Repair repair,
            @RequestParam(defaultValue = "") String reason,
            Agent agent,
            RedirectAttributes redirect) {
        Optional<Finding> finding = findings.open(id);
        return repair(finding.stream().toList(), repair, reason, agent, redirect);
    }

    @PostMapping("/all/{kind}")
    String repairAll(
            @PathVariable StuckKind kind, @RequestParam("do") Repair repair, Agent agent, RedirectAttributes redirect) {
        List<Finding> all = Repair.ofAll(kind).contains(repair) ? findings.open(kind) : List.of();
        return repair(all, repair, "", agent, redirect);
    }

    private String repair(List<Finding> some, Repair repair, String reason, Agent agent, RedirectAttributes redirect) {
        int done = 0;
        for (Finding finding : some) {
            try {
                done += carryOut(finding, repair, reason, agent) ? 1 : 0;
            } catch (CaseRefusal refused) {
                redirect.addFlashAttribute("refused", refused.reason());
                redirect.addFlashAttribute("detail", refused.detail());
                redirect.addFlashAttribute("which", finding.number());
            } catch (NoSuchCase gone) {
                // It was deleted meanwhile, so nothing of it is stuck: the next look says so.
                done++;
            }
        }
        watch.look();
        redirect.addFlashAttribute("repair", repair);
        redirect.addFlashAttribute("done", done);
        return "redirect:/stuck";
    }

    private boolean carryOut(Finding finding, Repair repair, String reason, Agent agent) {
        if (!Repair.of(finding).contains(repair)) {
            return false;
        }
        switch (repair) {
            case RETRY, ACTIVATE -> cases.retry(finding, agent);
            case PUT_BACK -> cases.putBack(finding, agent);
            case CLOSE -> cases.close(finding, agent, reason);
            case TAKE_IN -> {
                return mails.takeIn(Long.parseLong(finding.thing()));
            }
        }
        return true;
    }
}
