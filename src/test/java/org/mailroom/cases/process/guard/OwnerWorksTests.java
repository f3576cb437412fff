package org.mailroom.cases.process.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.cases.process.guard.GuardedHouse.COLLEAGUE;
import static org.mailroom.cases.process.guard.GuardedHouse.OWNER;
import static org.mailroom.cases.process.guard.GuardedHouse.STRANGER;
import static org.mailroom.cases.process.guard.GuardedHouse.SUPERVISOR;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.cases.Agent;
import org.mailroom.cases.ledger.CaseRow;
import org.mailroom.cases.ledger.CaseRows;
import org.mailroom.cases.process.CaseTasks;
import org.mailroom.cases.process.guard.EngineClient.Answer;
import org.mailroom.cases.process.guard.EngineClient.Way;
import org.mailroom.inbox.InboxKey;
import org.springframework.beans.factory.annotation.Autowired;

/** A case is worked by its owner, or for them by a supervisor. */
class OwnerWorksTests extends GuardedCase {

    @Autowired
    CaseTasks verbs;

    @Autowired
    CaseRows rows;

    @ParameterizedTest
    @EnumSource
    void aColleagueWorksOnNoCaseOfSomebodyElse(Way way) {
        EngineClient colleague = as(way, COLLEAGUE);
        String owned = "Owned by Olga Owner. Nothing was changed.";
        String outcome = "{\"variables\":{\"outcome\":{\"value\":\"complete\"}}}";

        refused(409, owned, () -> colleague.post(task + "/complete", outcome));
        refused(409, owned, () -> colleague.post(task + "/submit-form", outcome));
        refused(409, owned, () -> colleague.post(task + "/claim", user(COLLEAGUE)));
        refused(409, owned, () -> colleague.post(task + "/unclaim", "{}"));
        refused(409, owned, () -> colleague.post(task + "/assignee", user(COLLEAGUE)));
        refused(409, owned, () -> colleague.post(task + "/assignee", "{\"userId\":null}"));
        refused(409, owned, () -> colleague.put(task, changed("due", "\"2030-01-01T00:00:00.000+0000\"")));
    }

    @ParameterizedTest
    @EnumSource
    void anUnownedTaskIsClaimedFirst(Way way) {
        tasks.setAssignee(play.task(number).getId(), null);
        EngineClient colleague = as(way, COLLEAGUE);
        String outcome = "{\"variables\":{\"outcome\":{\"value\":\"complete\"}}}";

        refused(409, "Nobody owns this case. Claim it first.", () -> colleague.post(task + "/complete", outcome));
        refused(409, "Nobody owns this case. Claim it first.", () -> colleague.put(task, changed("priority", "90")));
        refused(409, "Stan Stranger may not have this case", () -> colleague.post(task + "/claim", user(STRANGER)));

        done(colleague.post(task + "/claim", user(COLLEAGUE)));
        done(colleague.post(task + "/complete", outcome));
        assertThat(play.column(number, "state")).isEqualTo("CLOSED");
        assertThat(play.timeline(number)).contains("CLAIMED", "COMPLETED");
    }

    @ParameterizedTest
    @EnumSource
    void theOwnerWorksAsBefore(Way way) {
        EngineClient owner = as(way, OWNER);
        String due = CAMUNDA.format(Instant.now().plus(3, ChronoUnit.DAYS));

        done(owner.put(task, changed("due", quoted(due))));
        done(owner.put(task, changed("priority", "80")));
        done(owner.post(task + "/unclaim", "{}"));
        done(owner.post(task + "/claim", user(OWNER)));
        done(owner.post(task + "/submit-form", "{\"variables\":{\"outcome\":{\"value\":\"wait\"}}}"));
        assertThat(play.timeline(number)).contains("DUE_CHANGED", "PRIORITY_CHANGED", "RELEASED", "CLAIMED", "WAITING");
    }

    @ParameterizedTest
    @EnumSource
    void aSupervisorReleasesAssignsAndSetsTheDate(Way way) {
        EngineClient supervisor = as(way, SUPERVISOR);

        done(supervisor.put(task, changed("priority", "70")));
        done(supervisor.post(task + "/unclaim", "{}"));
        done(supervisor.put(task, changed("priority", "71")));
        done(supervisor.post(task + "/assignee", user(COLLEAGUE)));
        refused(409, "Owned by Cole Colleague.", () -> supervisor.post(task + "/claim", user(SUPERVISOR)));
        done(supervisor.put(instance + "/suspended", "{\"suspended\":true}"));
        done(supervisor.put(instance + "/suspended", "{\"suspended\":false}"));
        assertThat(play.column(number, "owner")).isEqualTo(COLLEAGUE);
    }

    @Test
    void whoMayNotSeeACaseLearnsNothingOfItsOwner() {
        Answer answer = as(Way.REST, STRANGER).post(task + "/complete", "{}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("Olga", OWNER);
    }

    @Test
    void ourOwnVerbsPassTheSameGuard() {
        assertThatThrownBy(() -> verbs.complete(row(), agent(COLLEAGUE))).hasMessage("OWNED_BY_OTHER: " + OWNER);
        verbs.release(row(), agent(SUPERVISOR));
        assertThatThrownBy(() -> verbs.complete(row(), agent(STRANGER))).hasMessage("NOT_A_MEMBER: " + STRANGER);
        assertThatThrownBy(() -> verbs.claim(row(), agent(STRANGER))).hasMessage("NOT_A_MEMBER: " + STRANGER);
        assertThatThrownBy(() -> verbs.claim(row(), agent("ghost"))).hasMessage("NO_SUCH_PERSON: ghost");
        verbs.claim(row(), agent(COLLEAGUE));
        verbs.complete(row(), agent(COLLEAGUE));
        assertThat(play.column(number, "state")).isEqualTo("CLOSED");
    }

    private CaseRow row() {
        return rows.get(number);
    }

    /** Somebody whom a page takes for a member of the inbox. The guard knows better. */
    private static Agent agent(String person) {
        return new Agent(person, Set.of(new InboxKey("guarded")), false);
    }
}
