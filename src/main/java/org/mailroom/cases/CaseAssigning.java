package org.mailroom.cases;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.CaseView.State;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.process.CaseTasks;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a case to a person who may have it. */
@Component
public class CaseAssigning {

    private final CaseRows rows;
    private final CaseTasks tasks;
    private final People people;

    CaseAssigning(CaseRows rows, CaseTasks tasks, People people) {
        this.rows = rows;
        this.tasks = tasks;
        this.people = people;
    }

    /** Lists the people who may have a case of this inbox: its members and the supervisors, in the order of their names. */
    public List<Person> candidates(InboxKey inbox) {
        return Stream.of(inbox.group(), People.SUPERVISORS)
                .flatMap(group -> people.inGroup(group).stream())
                .distinct()
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    /**
     * Makes a person the owner of an open case. The owner and a supervisor may do that, and every member of the inbox while
     * nobody owns the case. A person who owns it already stays its owner.
     *
     * @throws NoSuchCase if the agent may not see the case
     * @throws CaseRefusal if the case is not open or is somebody else's, or if the person may not have it
     */
    @Transactional
    public void assign(CaseNumber number, Agent agent, String person) {
        CaseRow row = open(number, agent);
        if (row.owner() != null && !row.owner().equals(agent.id()) && !agent.supervisor()) {
            throw new CaseRefusal(Reason.OWNED_BY_OTHER, row.owner());
        }
        if (candidates(row.inbox()).stream().map(Person::id).noneMatch(person::equals)) {
            throw new CaseRefusal(Reason.NOT_A_MEMBER, person);
        }
        if (!Objects.equals(row.owner(), person)) {
            tasks.assign(row, agent, person);
        }
    }

    private CaseRow open(CaseNumber number, Agent agent) {
        CaseRow row = rows.hold(number);
        if (!agent.maySee(row.inbox())) {
            throw new NoSuchCase(number);
        }
        if (row.state() != State.OPEN) {
            throw new CaseRefusal(row.state() == State.WAITING ? Reason.WAITING : Reason.CLOSED, "");
        }
        return row;
    }
}
