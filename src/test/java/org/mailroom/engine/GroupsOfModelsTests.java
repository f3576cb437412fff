package org.mailroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.TaskWork;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.EmailAddress;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.CaseVariant;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tasks for a group that is no inbox: seen in Tasklist, announced, and named on the timeline. */
@MailroomTest
class GroupsOfModelsTests {

    private static final String GROUP = "model-auditors";
    private static final String AUDITOR = "ada-auditor";

    @Autowired
    CasePlay play;

    @Autowired
    TaskWork work;

    @Autowired
    People people;

    @Autowired
    RightsAtStart start;

    @Autowired
    FilterService filters;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    IdentityService identities;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    CaseVariant model;

    @BeforeEach
    void deployed() {
        people.addIfMissing(
                new Person(AUDITOR, "Ada Auditor", EmailAddress.of("ada@auditors.example"), Set.of(GROUP)),
                "pw-ada-1234");
        model = new CaseVariant(repository, jdbc)
                .form("audit", "{\"type\":\"textfield\",\"label\":\"Finding\",\"key\":\"finding\"}")
                .approvalBesideHandling(GROUP, "audit")
                .deploy();
    }

    @AfterEach
    void tidyUp() {
        model.close();
        identities.deleteUser(AUDITOR);
        filter().ifPresent(filter -> filters.deleteFilter(filter.getId()));
        authorizations.createAuthorizationQuery().groupIdIn(GROUP).list().stream()
                .map(grant -> ((AuthorizationEntity) grant).getId())
                .forEach(authorizations::deleteAuthorization);
        identities.deleteGroup(GROUP);
    }

    @Test
    void aGroupOfTheModelHasAFilterAndItsMembersMayUseIt() {
        assertThat(filter()).hasValueSatisfying(filter -> {
            assertThat(filter.getName()).isEqualTo(GROUP);
            assertThat(may(Resources.FILTER, filter.getId(), Permissions.READ)).isTrue();
        });
        assertThat(may(Resources.APPLICATION, "tasklist", Permissions.ACCESS)).isTrue();

        CaseNumber number = play.opened("In the filter of the auditors");

        List<Task> listed = filters.list(filter().orElseThrow().getId());
        assertThat(listed).extracting(Task::getName).anySatisfy(name -> assertThat(name)
                .contains(number.value()));
    }

    @Test
    void theMembersAreToldOfTheTaskOnce() {
        CaseNumber number = play.opened("Told of a task");

        assertThat(jdbc.sql("select subject from outgoing_mail where case_number = :number and :ada = any(recipients)")
                        .param("number", number.value())
                        .param("ada", "ada@auditors.example")
                        .query(String.class)
                        .list())
                .hasSize(1);
        assertThat(jdbc.sql("select new_value from case_event where case_number = :number and kind = 'PEOPLE_NOTIFIED'")
                        .param("number", number.value())
                        .query(String.class)
                        .list())
                .contains("Ada Auditor");
    }

    @Test
    void whatTheyAnsweredStandsOnTheTimeline() {
        CaseNumber number = play.opened("Answered by an auditor");
        var ada = new org.mailroom.cases.Agent(AUDITOR, Set.of(), false, Set.of(GROUP));
        String task = filters.<Task>list(filter().orElseThrow().getId()).stream()
                .filter(listed -> listed.getName().contains(number.value()))
                .findFirst()
                .orElseThrow()
                .getId();

        work.answer(number, ada, task, Map.of("finding", "All is well"));

        assertThat(jdbc.sql(
                                "select actor, new_value, note from case_event where case_number = :number and kind = 'TASK_DONE'")
                        .param("number", number.value())
                        .query()
                        .singleRow())
                .containsEntry("actor", AUDITOR)
                .containsEntry("new_value", "Approve the refund")
                .containsEntry("note", "Finding: All is well");
    }

    @Test
    void aGroupWithOpenTasksHasItsFilterAfterAStartToo() {
        play.opened("Open over a start");
        filters.deleteFilter(filter().orElseThrow().getId());

        start.run(null);

        assertThat(filter()).isPresent();
    }

    private java.util.Optional<Filter> filter() {
        return filters.createTaskFilterQuery().list().stream()
                .filter(filter -> GROUP.equals(filter.getProperties().get("mailroom")))
                .findFirst();
    }

    private boolean may(Resources resource, String id, Permissions permission) {
        return authorizations.isUserAuthorized(AUDITOR, List.of(GROUP), permission, resource, id);
    }
}
