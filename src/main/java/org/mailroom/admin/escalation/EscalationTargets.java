package org.mailroom.admin.escalation;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.InboxKey;
import org.springframework.stereotype.Component;

/** Whom an escalation can go to: the members of the inbox and the supervisors. */
@Component
class EscalationTargets {

    private final People people;

    EscalationTargets(People people) {
        this.people = people;
    }

    /** Each once, in the order of their names. */
    List<Person> of(InboxKey inbox) {
        return Stream.of(inbox.group(), People.SUPERVISORS)
                .flatMap(group -> people.inGroup(group).stream())
                .distinct()
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }
}
