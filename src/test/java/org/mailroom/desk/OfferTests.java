package org.mailroom.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.Agent;
import org.mailroom.cases.CaseTask;
import org.mailroom.cases.CaseView;
import org.mailroom.cases.CaseView.State;
import org.mailroom.cases.CaseWork;
import org.mailroom.cases.CaseWork.Outcome;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.EmailAddress;

class OfferTests {

    private static final Agent SAM = new Agent("sam", Set.of(new InboxKey("support")), false);
    private static final Agent SUE = new Agent("sue", Set.of(), true);

    private static final Outcome COMPLETE = new Outcome("complete", "Complete", true);
    private static final Outcome WAIT = new Outcome("wait", "Wait", true);
    private static final Outcome FORWARD = new Outcome("forward", "Forward", true);
    private static final List<Outcome> ALL = List.of(COMPLETE, WAIT, FORWARD);

    @Test
    void anOpenCaseOfNobodyCanBeClaimedAndWorked() {
        assertThat(Offer.of(shown(State.OPEN, null), handled(null), SAM))
                .isEqualTo(new Offer(true, false, false, true, true, true, ALL));
    }

    @Test
    void myOwnCaseCanBeWorkedAndReleased() {
        assertThat(Offer.of(shown(State.OPEN, "sam"), handled("sam"), SAM))
                .isEqualTo(new Offer(false, false, true, true, true, true, ALL));
    }

    @Test
    void aCaseOfSomebodyElseIsOnlyForReadingAndNotes() {
        assertThat(Offer.of(shown(State.OPEN, "tom"), handled("tom"), SAM))
                .isEqualTo(new Offer(false, false, false, true, false, false, List.of()));
    }

    @Test
    void aSupervisorMayReleaseAndCancelTheCaseOfSomebodyElse() {
        assertThat(Offer.of(shown(State.OPEN, "tom"), handled("tom"), SUE))
                .isEqualTo(new Offer(false, false, true, true, false, true, List.of()));
    }

    @Test
    void aCaseThatWaitsCanBeTakenUpButNotPausedTwice() {
        assertThat(Offer.of(shown(State.WAITING, "sam"), new CaseWork(List.of(), ALL), SAM))
                .isEqualTo(new Offer(false, true, false, true, true, true, List.of(COMPLETE, FORWARD)));
    }

    @Test
    void aClosedCaseIsOnlyForReadingAndNotes() {
        assertThat(Offer.of(shown(State.CLOSED, "sam"), new CaseWork(List.of(), List.of()), SAM))
                .isEqualTo(new Offer(false, false, false, true, false, false, List.of()));
    }

    @Test
    void aCaseAtAnApprovalCanBeAnsweredAndCancelledButNotClaimed() {
        CaseWork approval = new CaseWork(List.of(task(false, null)), List.of());
        assertThat(Offer.of(shown(State.OPEN, null), approval, SAM))
                .isEqualTo(new Offer(false, false, false, true, true, true, List.of()));
    }

    @Test
    void whoSeesACaseForATaskAloneGetsNoVerbOfTheCase() {
        CaseWork approval = new CaseWork(List.of(task(false, null)), List.of());
        Agent guest = new Agent("lee", Set.of(), false, Set.of("lawyers"));
        assertThat(Offer.of(shown(State.OPEN, null), approval, guest))
                .isEqualTo(new Offer(false, false, false, false, false, false, List.of()));
    }

    @Test
    void whatTheFormAsksMoreForIsNoVerbOfOneClick() {
        CaseWork more =
                new CaseWork(List.of(task(true, null)), List.of(new Outcome("complete", "Complete", false), WAIT));
        assertThat(Offer.of(shown(State.OPEN, null), more, SAM).outcomes()).containsExactly(WAIT);
    }

    private static CaseWork handled(String owner) {
        return new CaseWork(List.of(task(true, owner)), ALL);
    }

    private static CaseTask task(boolean handling, String owner) {
        return new CaseTask("1", "A task", handling, owner, List.of(), List.of(), true, !handling, null);
    }

    private static CaseView shown(State state, String owner) {
        return new CaseView(
                new CaseNumber("SUP-1"),
                new InboxKey("support"),
                "Support",
                state,
                null,
                null,
                "Subject",
                EmailAddress.of("carla@customer.example"),
                owner,
                50,
                null,
                Instant.EPOCH,
                null,
                null,
                List.of(),
                List.of());
    }
}
