package org.mailroom.insight;

import java.util.ArrayList;
import java.util.List;
import org.mailroom.cases.Finding;
import org.mailroom.cases.Findings;
import org.mailroom.cases.StuckKind;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.Inboxes;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of all that is stuck, by kind. What its template asks is public, which it has to be for that. */
@Component
class StuckPage {

    /** More of one kind are repaired together anyway. */
    private static final int MOST_SHOWN = 100;

    private final Findings findings;
    private final Inboxes inboxes;

    StuckPage(Findings findings, Inboxes inboxes) {
        this.findings = findings;
        this.inboxes = inboxes;
    }

    /**
     * All of one kind.
     *
     * @param count how many there are; at most {@value #MOST_SHOWN} of them are shown
     * @param repairs what can be done to all of them
     */
    record Section(StuckKind kind, int count, List<Line> lines, List<Repair> repairs) {

        public int hidden() {
            return count - lines.size();
        }
    }

    /**
     * One thing that is stuck.
     *
     * @param inbox the name of its inbox; empty if it belongs to none
     */
    record Line(Finding finding, String inbox, List<Repair> repairs) {

        public boolean closes() {
            return repairs.contains(Repair.CLOSE);
        }
    }

    ModelAndView show() {
        List<Finding> open = findings.open();
        List<Section> sections = new ArrayList<>();
        for (StuckKind kind : StuckKind.values()) {
            List<Finding> some =
                    open.stream().filter(finding -> finding.kind() == kind).toList();
            if (!some.isEmpty()) {
                sections.add(section(kind, some));
            }
        }
        return new ModelAndView("stuck").addObject("sections", sections);
    }

    private Section section(StuckKind kind, List<Finding> some) {
        List<Line> lines = some.stream().limit(MOST_SHOWN).map(this::line).toList();
        return new Section(kind, some.size(), lines, Repair.ofAll(kind));
    }

    private Line line(Finding finding) {
        String inbox = finding.inbox() == null
                ? ""
                : inboxes.find(finding.inbox()).map(Inbox::name).orElse("");
        return new Line(finding, inbox, Repair.of(finding));
    }
}
