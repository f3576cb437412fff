package org.mailroom.engine;

import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.mailroom.engine.InboxRights.CASE;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the members of a group that is no inbox may do in the engine, such as supervisors who approve, or a group of the
 * analysts' own. As for inboxes, the right to a task comes with each task.
 */
@Component
class GroupRights {

    private final Groups groups;
    private final Grants grants;
    private final TaskFilters filters;
    private final JdbcClient jdbc;

    GroupRights(Groups groups, Grants grants, TaskFilters filters, JdbcClient jdbc) {
        this.groups = groups;
        this.grants = grants;
        this.filters = filters;
        this.jdbc = jdbc;
    }

    /**
     * Makes sure that the group has its Tasklist filter, and its members the rights to open Tasklist, to use the filter and "My
     * cases", and to see the diagram. Changes nothing that is as it should be, and nothing for an inbox, which has its own.
     */
    @Transactional
    public void grant(String group) {
        if (People.isInbox(group)) {
            return;
        }
        waitForOtherNodes();
        String filter = filters.ofGroup(group, groups.name(group));
        if (group.equals(People.ADMINS)) {
            return;
        }
        grants.give(group, FILTER, filter, Permissions.READ);
        grants.give(group, FILTER, filters.ofOwnCases(), Permissions.READ);
        grants.give(group, APPLICATION, "tasklist", Permissions.ACCESS);
        if (!People.isRole(group)) {
            grants.give(group, PROCESS_DEFINITION, CASE, ProcessDefinitionPermissions.READ);
        }
    }

    /** As at a start: two who find a filter missing would both make it. */
    private void waitForOtherNodes() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('mailroom.rights'))").query(row -> {});
    }
}
