package org.mailroom.cases.process.tasks;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.mail.Notices;
import org.mailroom.cases.process.CaseFacts;
import org.mailroom.engine.Person;
import org.springframework.stereotype.Component;

/** Tells the owner of a new case, or the members of its inbox, that it is there. */
@Component
class NotifyPeople implements JavaDelegate {

    private final CaseRows rows;
    private final Notices notices;
    private final Timeline timeline;

    NotifyPeople(CaseRows rows, Notices notices, Timeline timeline) {
        this.rows = rows;
        this.notices = notices;
        this.timeline = timeline;
    }

    @Override
    public void execute(DelegateExecution execution) {
        CaseRow row = rows.hold(CaseFacts.numberOf(execution));
        List<Person> told = notices.tell(row, notices.ownerOrMembers(row), "opened", "New case");
        if (!told.isEmpty()) {
            String names = told.stream().map(Person::name).collect(Collectors.joining(", "));
            timeline.add(row.number(), CaseEvent.of(Kind.PEOPLE_NOTIFIED, null).to(names));
        }
    }
}
