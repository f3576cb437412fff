package org.mailroom.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.Agent;
import org.mailroom.cases.CaseView;
import org.mailroom.cases.CaseView.State;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.EmailAddress;

class OfferTests {

    private static final Agent SAM = new Agent("sam", Set.of(new InboxKey("support")), false);
    private static final Agent SUE = new Agent("sue", Set.of(), true);

    @Test
    void anOpenCaseOfNobodyCanBeClaimedAndWorked() {
        assertThat(Offer.of(shown(State.OPEN, null), SAM)).isEqualTo(new Offer(true, false, false, true, true, true));
    }

    @Test
    void myOwnCaseCanBeWorkedAndReleased() {
        assertThat(Offer.of(shown(State.OPEN, "sam"), SAM)).isEqualTo(new Offer(false, false, true, true, true, true));
    }

    @Test
    void aCaseOfSomebodyElseIsOnlyForReadingAndNotes() {
        assertThat(Offer.of(shown(State.OPEN, "tom"), SAM))
                .isEqualTo(new Offer(false, false, false, false, false, false));
    }

    @Test
    void aSupervisorMayReleaseAndCancelTheCaseOfSomebodyElse() {
        assertThat(Offer.of(shown(State.OPEN, "tom"), SUE))
                .isEqualTo(new Offer(false, false, true, false, false, true));
    }

    @Test
    void aCaseThatWaitsCanBeTakenUpButNotPausedTwice() {
        assertThat(Offer.of(shown(State.WAITING, "sam"), SAM))
                .isEqualTo(new Offer(false, true, false, true, false, true));
    }

    @Test
    void aClosedCaseIsOnlyForReadingAndNotes() {
        assertThat(Offer.of(shown(State.CLOSED, "sam"), SAM))
                .isEqualTo(new Offer(false, false, false, false, false, false));
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
