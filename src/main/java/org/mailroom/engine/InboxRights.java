package org.mailroom.engine;

import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.mailroom.inbox.Inbox;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the members of an inbox may do in the engine. The right to a task is no matter of this class: the engine grants it
 * with each task to its candidate group, so members see the tasks of their inboxes and no others.
 */
@Component
public class InboxRights {

    /** The key of the process that every case runs. */
    static final String CASE = "case";

    private final Groups groups;
    private final Grants grants;
    private final TaskFilters filters;

    InboxRights(Groups groups, Grants grants, TaskFilters filters) {
        this.groups = groups;
        this.grants = grants;
        this.filters = filters;
    }

    /**
     * Makes sure that the inbox has its group and its Tasklist filter, under its present name, and the group its rights: to
     * open Tasklist, to use the filter and "My cases", to see the diagram. Changes nothing that is as it should be.
     */
    @Transactional
    public void grant(Inbox inbox) {
        String group = inbox.key().group();
        groups.addOrRename(group, inbox.name());
        grants.give(group, APPLICATION, "tasklist", Permissions.ACCESS);
        grants.give(group, PROCESS_DEFINITION, CASE, ProcessDefinitionPermissions.READ);
        grants.give(group, FILTER, filters.ofInbox(inbox), Permissions.READ);
        grants.give(group, FILTER, filters.ofOwnCases(), Permissions.READ);
    }
}
