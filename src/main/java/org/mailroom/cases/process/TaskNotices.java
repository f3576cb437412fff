package org.mailroom.cases.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.mailroom.cases.CaseEvent;
import org.mailroom.cases.CaseEvent.Kind;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.ledger.Timeline;
import org.mailroom.cases.mail.Notices;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Tells the members of a group by mail that a task waits for them, once for each task. The members of the case's own inbox
 * hear of their cases by the diagram; this is for the others, who would look for it nowhere.
 */
@Component
class TaskNotices {

    private final CaseRows rows;
    private final People people;
    private final Notices notices;
    private final Timeline timeline;

    TaskNotices(CaseRows rows, People people, Notices notices, Timeline timeline) {
        this.rows = rows;
        this.people = people;
        this.notices = notices;
        this.timeline = timeline;
    }

    @EventListener
    void on(DelegateTask task) {
        if (task.getProcessDefinitionId().startsWith(CaseModel.KEY + ":")
                && TaskListener.EVENTNAME_CREATE.equals(task.getEventName())
                && task.getAssignee() == null) {
            tell(task, rows.get(CaseFacts.numberOf(task.getExecution())));
        }
    }

    private void tell(DelegateTask task, CaseRow row) {
        String name = Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey());
        List<Person> told = notices.tell(
                row,
                members(task, row),
                "task:" + task.getId(),
                "A task waits for you: " + TaskName.inModel(name, row.number()));
        if (!told.isEmpty()) {
            String names = told.stream().map(Person::name).collect(Collectors.joining(", "));
            timeline.add(row.number(), CaseEvent.of(Kind.PEOPLE_NOTIFIED, null).to(names));
        }
    }

    /** Each of them once, however many of the groups they are in. */
    private List<Person> members(DelegateTask task, CaseRow row) {
        Map<String, Person> members = new LinkedHashMap<>();
        task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null && !group.equals(row.inbox().group()))
                .flatMap(group -> people.inGroup(group).stream())
                .forEach(person -> members.putIfAbsent(person.id(), person));
        return List.copyOf(members.values());
    }
}
