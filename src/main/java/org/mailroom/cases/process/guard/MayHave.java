package org.mailroom.cases.process.guard;

import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.engine.People;
import org.mailroom.inbox.CaseNumber;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Who may own a task: the candidates whom its model names, and supervisors. A task without candidates is for the members
 * of the inbox in which its case is.
 */
class MayHave {

    private final ObjectProvider<CaseRows> rows;

    MayHave(ObjectProvider<CaseRows> rows) {
        this.rows = rows;
    }

    boolean test(Set<String> groups, String person, TaskEntity task) {
        if (groups.contains(People.SUPERVISORS) || groups.contains(People.ADMINS)) {
            return true;
        }
        Set<IdentityLink> candidates = task.getCandidates();
        return candidates.isEmpty()
                ? inboxGroup(task).filter(groups::contains).isPresent()
                : candidates.stream()
                        .anyMatch(link -> person.equals(link.getUserId()) || groups.contains(link.getGroupId()));
    }

    private Optional<String> inboxGroup(TaskEntity task) {
        ExecutionEntity root = task.getExecution().getProcessInstance();
        while (root.getSuperExecution() != null) {
            root = root.getSuperExecution().getProcessInstance();
        }
        return Optional.ofNullable(root.getBusinessKey())
                .map(CaseNumber::new)
                .flatMap(rows.getObject()::find)
                .map(CaseRow::inbox)
                .map(inbox -> inbox.group());
    }
}
