package org.mailroom.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.authorization.Resources.FILTER;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.WhenClosed;
import org.mailroom.message.EmailAddress;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;

@MailroomTest
class InboxRightsTests {

    @Autowired
    private InboxRights rights;

    @Autowired
    private IdentityService identities;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private FilterService filters;

    @Autowired
    private TaskService tasks;

    @AfterEach
    void nobodyIsLeftInTheEngine() {
        identities.clearAuthentication();
    }

    @Test
    void membersFindTheirInboxAndTheirOwnCasesInTasklistAndNoOtherInbox() {
        rights.grant(inbox("rights-mine", "Rights mine"));
        rights.grant(inbox("rights-theirs", "Rights theirs"));

        asMemberOf("rights-mine");

        assertThat(filters.createTaskFilterQuery().orderByFilterName().asc().unlimitedList())
                .extracting(Filter::getName)
                .containsExactly("My cases", "Rights mine");
    }

    @Test
    void grantingTwiceLeavesOneFilterWhichFollowsTheNameOfTheInbox() {
        rights.grant(inbox("rights-renamed", "Rights old name"));
        rights.grant(inbox("rights-renamed", "Rights new name"));

        asMemberOf("rights-renamed");

        assertThat(filters.createTaskFilterQuery().unlimitedList())
                .extracting(Filter::getName)
                .containsExactlyInAnyOrder("My cases", "Rights new name");
        assertThat(identities
                        .createGroupQuery()
                        .groupId("inbox-rights-renamed")
                        .singleResult()
                        .getName())
                .isEqualTo("Rights new name");
    }

    @Test
    void anInboxShowsWhatNobodyOwnsFirstAndThenWhatIsDueFirst() {
        rights.grant(inbox("rights-order", "Rights order"));
        task("owned, due soon", "rights-order", "zoe", 1);
        task("unowned, due late", "rights-order", null, 3);
        task("unowned, due soon", "rights-order", null, 2);
        task("another inbox", "rights-other", null, 1);

        asMemberOf("rights-order");

        assertThat(namesIn("Rights order"))
                .containsExactly("unowned, due soon", "unowned, due late", "owned, due soon");
    }

    @Test
    void myCasesAreWhatIOwnInWhateverInbox() {
        rights.grant(inbox("rights-own", "Rights own"));
        task("mine", "rights-own", "rights-me", 1);
        task("not mine", "rights-own", "somebody", 1);

        identities.setAuthentication("rights-me", List.of("inbox-rights-own"));

        assertThat(namesIn("My cases")).containsExactly("mine");
    }

    @Test
    void membersMayClaimAndCompleteWhatIsInTheirInbox() {
        rights.grant(inbox("rights-work", "Rights work"));
        String id = task("work", "rights-work", null, 1);

        asMemberOf("rights-work");
        tasks.claim(id, "rights-me");
        tasks.complete(id);

        assertThat(tasks.createTaskQuery().taskId(id).count()).isZero();
    }

    @Test
    void membersSeeAndTouchNothingOfAnotherInbox() {
        rights.grant(inbox("rights-stranger", "Rights stranger"));
        String id = task("not for strangers", "rights-closed", null, 1);

        asMemberOf("rights-stranger");

        assertThat(tasks.createTaskQuery().taskId(id).count()).isZero();
        assertThatThrownBy(() -> tasks.claim(id, "rights-me")).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void membersMakeAndChangeNoFilters() {
        rights.grant(inbox("rights-nofilter", "Rights no filter"));
        asMemberOf("rights-nofilter");

        assertThatThrownBy(() -> filters.newTaskFilter("sneaky")).isInstanceOf(AuthorizationException.class);
        Filter own = filters.createTaskFilterQuery().filterName("My cases").singleResult();
        own.setName("taken over");
        assertThatThrownBy(() -> filters.saveFilter(own)).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void aRightThatWasWidenedByHandIsCutBack() {
        rights.grant(inbox("rights-wide", "Rights wide"));
        var group = List.of("inbox-rights-wide");
        var grant = authorizations
                .createAuthorizationQuery()
                .groupIdIn("inbox-rights-wide")
                .resourceType(FILTER)
                .list()
                .get(0);
        grant.addPermission(Permissions.UPDATE);
        authorizations.saveAuthorization(grant);

        rights.grant(inbox("rights-wide", "Rights wide"));

        assertThat(authorizations.isUserAuthorized("x", group, Permissions.UPDATE, FILTER, grant.getResourceId()))
                .isFalse();
        assertThat(authorizations.isUserAuthorized("x", group, Permissions.READ, FILTER, grant.getResourceId()))
                .isTrue();
    }

    private void asMemberOf(String inbox) {
        identities.setAuthentication("rights-me", List.of("inbox-" + inbox));
    }

    private List<String> namesIn(String filter) {
        String id = filters.createTaskFilterQuery()
                .filterName(filter)
                .singleResult()
                .getId();
        return filters.<Task>listPage(id, 0, 100).stream().map(Task::getName).toList();
    }

    private String task(String name, String inbox, String owner, int dueInDays) {
        Task task = tasks.newTask();
        task.setName(name);
        task.setDueDate(Date.from(Instant.EPOCH.plus(Duration.ofDays(dueInDays))));
        tasks.saveTask(task);
        tasks.addCandidateGroup(task.getId(), "inbox-" + inbox);
        tasks.setAssignee(task.getId(), owner);
        return task.getId();
    }

    private static Inbox inbox(String key, String name) {
        return new Inbox(
                new InboxKey(key),
                name,
                EmailAddress.of(key + "@mailroom.localhost"),
                "RGT",
                null,
                true,
                false,
                true,
                Duration.ofDays(1),
                Duration.ofDays(14),
                WhenClosed.REOPEN);
    }
}
