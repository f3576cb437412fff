package org.mailroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.engine.People;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Who joins or leaves a group is what he has become from his next click on, and need not log in again. */
@MailroomTest
class MembershipTests {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String WEBAPP = "/camunda/api/engine/engine/default";
    private static final String REST = "/engine-rest";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private IdentityService identities;

    @Autowired
    private TaskService tasks;

    private final String person = "door-" + UUID.randomUUID();
    private Visitor visitor;
    private String task;

    @BeforeEach
    void aTaskWaitsInTheInbox() {
        Staff.addTo(house);
        visitor = new Visitor(port);
        Task waiting = tasks.newTask();
        tasks.saveTask(waiting);
        tasks.addCandidateGroup(waiting.getId(), Staff.INBOX);
        task = waiting.getId();
    }

    @AfterEach
    void clearTheInbox() {
        tasks.deleteTask(task, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {WEBAPP, REST})
    void whoJoinsAnInboxSeesItsFilterAndItsTasks(String api) {
        logInAsMemberOf();
        assertThat(filters(api)).doesNotContain("Inbox door-one");
        assertThat(tasks(api)).doesNotContain(task);

        join(Staff.INBOX);

        assertThat(filters(api)).contains("Inbox door-one");
        assertThat(tasks(api)).contains(task);
    }

    @ParameterizedTest
    @ValueSource(strings = {WEBAPP, REST})
    void whoLeavesAnInboxSeesNothingOfItAnyMore(String api) {
        logInAsMemberOf(Staff.INBOX);
        assertThat(filters(api)).contains("Inbox door-one");
        assertThat(tasks(api)).contains(task);

        leave(Staff.INBOX);

        assertThat(filters(api)).contains("\"status\":403").doesNotContain("door-one");
        assertThat(tasks(api)).contains("\"status\":403").doesNotContain(task);
        assertThat(visitor.get(WEBAPP + "/task/" + task).statusCode()).isEqualTo(403);
    }

    @Test
    void tasklistOpensForWhoJoinsHisFirstInboxAndClosesForWhoLeavesHisLast() {
        logInAsMemberOf();
        assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(403);

        join(Staff.INBOX);
        assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(200);

        leave(Staff.INBOX);
        assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/admin/escalation", "/actuator", "/camunda/app/admin/default/", "/camunda/app/cockpit/default/"
            })
    void onlyWhoIsAnAdminNowMayGoWhereAdminsGo(String path) {
        logInAsMemberOf();
        assertThat(visitor.get(path).statusCode()).isEqualTo(403);

        join(People.ADMINS);
        assertThat(visitor.get(path).statusCode()).isEqualTo(200);

        leave(People.ADMINS);
        assertThat(visitor.get(path).statusCode()).isEqualTo(403);
    }

    @Test
    void whoIsNoLongerAmongThePeopleIsLoggedOut() {
        logInAsMemberOf(People.ADMINS);
        assertThat(visitor.get("/admin/escalation").statusCode()).isEqualTo(200);

        identities.deleteUser(person);

        assertThat(visitor.get("/admin/escalation").statusCode()).isEqualTo(302);
        assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(302);
        assertThat(visitor.get(WEBAPP + "/task").statusCode()).isEqualTo(401);
        assertThat(visitor.get(REST + "/task").statusCode()).isEqualTo(401);
        assertThat(visitor.get("/login").statusCode()).isEqualTo(200);
    }

    private void logInAsMemberOf(String... groups) {
        Staff.add(house, person, groups);
        visitor.login(person, person);
    }

    private void join(String group) {
        identities.createMembership(person, group);
    }

    private void leave(String group) {
        identities.deleteMembership(person, group);
    }

    private String filters(String api) {
        return visitor.get(api + "/filter?maxResults=99").body();
    }

    private String tasks(String api) {
        return visitor.get(api + "/task?maxResults=99").body();
    }
}
