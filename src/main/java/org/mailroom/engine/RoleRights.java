package org.mailroom.engine;

import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_REQUIREMENTS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.GROUP;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.TASK;
import static org.camunda.bpm.engine.authorization.Resources.USER;
import static org.mailroom.engine.Grants.EVERY;
import static org.mailroom.engine.InboxRights.CASE;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** What admins, supervisors and analysts may do in the engine. */
@Component
class RoleRights {

    private final Groups groups;
    private final Grants grants;

    RoleRights(Groups groups, Grants grants) {
        this.groups = groups;
        this.grants = grants;
    }

    void grant() {
        admins();
        supervisors();
        analysts();
    }

    private void admins() {
        groups.addIfMissing(People.ADMINS, "Admins");
        for (Resources resource : Resources.values()) {
            grants.give(People.ADMINS, resource, EVERY, Permissions.ALL);
        }
    }

    private void supervisors() {
        groups.addIfMissing(People.SUPERVISORS, "Supervisors");
        grants.give(People.SUPERVISORS, APPLICATION, "tasklist", Permissions.ACCESS);
        grants.give(People.SUPERVISORS, APPLICATION, "cockpit", Permissions.ACCESS);
        grants.give(People.SUPERVISORS, FILTER, EVERY, Permissions.READ);
        // To give a case to somebody, one must see who is there.
        grants.give(People.SUPERVISORS, USER, EVERY, Permissions.READ);
        grants.give(People.SUPERVISORS, GROUP, EVERY, Permissions.READ);
        grants.give(People.SUPERVISORS, DECISION_DEFINITION, EVERY, Permissions.READ, Permissions.READ_HISTORY);
        // The page of human tasks in Cockpit counts tasks by group, for which the engine asks for the right to all of
        // them.
        grants.give(People.SUPERVISORS, TASK, EVERY, Permissions.READ);
        grants.give(
                People.SUPERVISORS,
                PROCESS_DEFINITION,
                CASE,
                ProcessDefinitionPermissions.READ,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.UPDATE_INSTANCE,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.UPDATE_TASK,
                ProcessDefinitionPermissions.TASK_ASSIGN,
                ProcessDefinitionPermissions.READ_HISTORY,
                ProcessDefinitionPermissions.RETRY_JOB);
    }

    private void analysts() {
        groups.addIfMissing(People.ANALYSTS, "Analysts");
        grants.give(People.ANALYSTS, APPLICATION, "cockpit", Permissions.ACCESS);
        grants.give(People.ANALYSTS, DEPLOYMENT, EVERY, Permissions.CREATE, Permissions.READ);
        grants.give(People.ANALYSTS, PROCESS_DEFINITION, EVERY, Permissions.READ);
        grants.give(People.ANALYSTS, DECISION_DEFINITION, EVERY, Permissions.READ);
        grants.give(People.ANALYSTS, DECISION_REQUIREMENTS_DEFINITION, EVERY, Permissions.READ);
    }
}
