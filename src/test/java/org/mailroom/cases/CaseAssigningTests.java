package org.mailroom.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mailroom.testing.CasePlay.FAY;
import static org.mailroom.testing.CasePlay.SAM;
import static org.mailroom.testing.CasePlay.SUPPORT;

import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.EmailAddress;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A case is given to a person who may have it. */
@MailroomTest
class CaseAssigningTests {

    private static final Agent ROSE = new Agent("assigned-rose", Set.of(SUPPORT), false);
    private static final Agent SUE = new Agent("supervisor", Set.of(), true);

    @Autowired
    CaseAssigning assigning;

    @Autowired
    Casework work;

    @Autowired
    CasePlay play;

    @Autowired
    People people;

    @BeforeEach
    void roseIsAMember() {
        var rose = new Person(
                ROSE.id(), "Rose Assigned", EmailAddress.of("rose@staff.localhost"), Set.of(SUPPORT.group()));
        people.addIfMissing(rose, "rose has a long password");
        people.join(ROSE.id(), SUPPORT.group());
    }

    @AfterEach
    void roseLeaves() {
        people.leave(ROSE.id(), SUPPORT.group());
    }

    @Test
    void membersOfTheInboxAndSupervisorsMayHaveACase() {
        assertThat(assigning.candidates(SUPPORT))
                .extracting(Person::id)
                .contains(ROSE.id(), SAM.id(), SUE.id())
                .doesNotContain(FAY.id());
    }

    @Test
    void theNewOwnerIsOnTheTimelineWithWhoChoseThem() {
        CaseNumber number = play.opened("This one is for Rose");

        assigning.assign(number, SAM, ROSE.id());

        assertThat(play.column(number, "owner")).isEqualTo(ROSE.id());
        assertThat(play.task(number).getAssignee()).isEqualTo(ROSE.id());
        assertThat(play.timeline(number)).endsWith("ASSIGNED");
    }

    @Test
    void aCaseOfSomebodyElseIsAssignedByASupervisorOnly() {
        CaseNumber number = play.opened("Not yours to give");
        work.claim(number, SAM);

        refused(number, ROSE, ROSE.id(), Reason.OWNED_BY_OTHER);
        assigning.assign(number, SUE, ROSE.id());

        assertThat(play.column(number, "owner")).isEqualTo(ROSE.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"finance-agent", "nobody-of-this-name"})
    void nobodyGetsACaseThatTheyMayNotSee(String person) {
        CaseNumber number = play.opened("Not for everybody");

        refused(number, SUE, person, Reason.NOT_A_MEMBER);

        assertThat(play.column(number, "owner")).isNull();
    }

    @Test
    void aWaitingCaseIsTakenUpBeforeItIsAssigned() {
        CaseNumber number = play.opened("Wait first");
        work.waitForReply(number, SAM, null);

        refused(number, SAM, ROSE.id(), Reason.WAITING);
    }

    @Test
    void aStrangerToTheInboxFindsNoCaseToAssign() {
        CaseNumber number = play.opened("Invisible");

        assertThatThrownBy(() -> assigning.assign(number, FAY, FAY.id())).isInstanceOf(NoSuchCase.class);
    }

    private void refused(CaseNumber number, Agent agent, String person, Reason reason) {
        assertThatThrownBy(() -> assigning.assign(number, agent, person))
                .isInstanceOfSatisfying(CaseRefusal.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason));
    }
}
