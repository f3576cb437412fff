package org.mailroom.cases.process.tasks;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.mail.Notices;
import org.mailroom.cases.process.Actor;
import org.mailroom.cases.process.CaseFacts;
import org.mailroom.engine.Person;
import org.springframework.stereotype.Component;

/**
 * Tells the owner of a case, or the members of its inbox, for a step of the diagram. Each time that the case passes the step they get
 * a mail, except for whoever brought the case there.
 */
@Component
class StepNotice {

    private final CaseRows rows;
    private final Notices notices;
    private final Timeline timeline;
    private final Actor actor;

    StepNotice(CaseRows rows, Notices notices, Timeline timeline, Actor actor) {
        this.rows = rows;
        this.notices = notices;
        this.timeline = timeline;
        this.actor = actor;
    }

    void tell(DelegateExecution execution, String what) {
        CaseRow row = rows.hold(CaseFacts.numberOf(execution));
        List<Person> others = notices.ownerOrMembers(row).stream()
                .filter(person -> !person.id().equals(actor.now()))
                .toList();
        List<Person> told = notices.tell(row, others, "step:" + execution.getActivityInstanceId(), what);
        if (!told.isEmpty()) {
            String names = told.stream().map(Person::name).collect(Collectors.joining(", "));
            timeline.add(row.number(), CaseEvent.of(Kind.PEOPLE_NOTIFIED, null).to(names));
        }
    }
}
