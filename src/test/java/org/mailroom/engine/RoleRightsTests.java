package org.mailroom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.authorization.Resources.APPLICATION;
import static org.camunda.bpm.engine.authorization.Resources.AUTHORIZATION;
import static org.camunda.bpm.engine.authorization.Resources.DECISION_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;
import static org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION;
import static org.camunda.bpm.engine.authorization.Resources.TASK;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

@MailroomTest
class RoleRightsTests {

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private RightsAtStart start;

    @ParameterizedTest
    @EnumSource(
            value = ProcessDefinitionPermissions.class,
            names = {
                "READ",
                "READ_INSTANCE",
                "UPDATE_INSTANCE",
                "READ_TASK",
                "UPDATE_TASK",
                "TASK_ASSIGN",
                "READ_HISTORY",
                "RETRY_JOB"
            })
    void supervisorsWatchAndReassignCases(ProcessDefinitionPermissions permission) {
        assertThat(may(People.SUPERVISORS, permission, PROCESS_DEFINITION, "case"))
                .isTrue();
    }

    /** The page of human tasks in Cockpit counts them by group, for which the engine asks for this right. */
    @Test
    void supervisorsReadEveryTaskAndChangeThoseOfCasesOnly() {
        assertThat(may(People.SUPERVISORS, Permissions.READ, TASK, "*")).isTrue();
        assertThat(may(People.SUPERVISORS, Permissions.UPDATE, TASK, "*")).isFalse();
        assertThat(may(People.SUPERVISORS, Permissions.CREATE, TASK, "*")).isFalse();
    }

    @Test
    void supervisorsDeployNothingChangeNoFiltersAndGrantNoRights() {
        assertThat(may(People.SUPERVISORS, Permissions.CREATE, DEPLOYMENT, "*")).isFalse();
        assertThat(may(People.SUPERVISORS, Permissions.READ, FILTER, "any")).isTrue();
        assertThat(may(People.SUPERVISORS, Permissions.CREATE, FILTER, "*")).isFalse();
        assertThat(may(People.SUPERVISORS, Permissions.UPDATE, FILTER, "any")).isFalse();
        assertThat(may(People.SUPERVISORS, Permissions.CREATE, AUTHORIZATION, "*"))
                .isFalse();
        assertThat(may(People.SUPERVISORS, Permissions.ACCESS, APPLICATION, "admin"))
                .isFalse();
    }

    @Test
    void analystsDeployAndReadModelsAndSeeNoCases() {
        assertThat(may(People.ANALYSTS, Permissions.CREATE, DEPLOYMENT, "*")).isTrue();
        assertThat(may(People.ANALYSTS, Permissions.READ, DECISION_DEFINITION, "routing"))
                .isTrue();
        assertThat(may(People.ANALYSTS, ProcessDefinitionPermissions.READ, PROCESS_DEFINITION, "case"))
                .isTrue();
        assertThat(may(People.ANALYSTS, ProcessDefinitionPermissions.READ_INSTANCE, PROCESS_DEFINITION, "case"))
                .isFalse();
        assertThat(may(People.ANALYSTS, Permissions.DELETE, DEPLOYMENT, "any")).isFalse();
        assertThat(may(People.ANALYSTS, Permissions.CREATE, FILTER, "*")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Resources.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"HISTORIC_TASK", "HISTORIC_PROCESS_INSTANCE"}) // rights to single finished cases are switched off
    void adminsMayDoEverything(Resources resource) {
        assertThat(may(People.ADMINS, Permissions.ALL, resource, "any")).isTrue();
    }

    @Test
    void aSecondStartChangesNothing() {
        start.run(new DefaultApplicationArguments());
        long before = authorizations.createAuthorizationQuery().count();

        start.run(new DefaultApplicationArguments());

        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
    }

    private boolean may(String group, Permission permission, Resource resource, String id) {
        return authorizations.isUserAuthorized("nobody", List.of(group), permission, resource, id);
    }
}
