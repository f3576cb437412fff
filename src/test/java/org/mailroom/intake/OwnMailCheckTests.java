package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mailroom.intake.Judgement.Kind;
import org.mailroom.message.MessageId;
import org.mailroom.message.Seal;
import org.mailroom.message.SignedMessageIds;

class OwnMailCheckTests {

    private final SignedMessageIds ours = new SignedMessageIds(new Seal("the secret of this house", ""));
    private final SignedMessageIds theirs = new SignedMessageIds(new Seal("the secret of another house", ""));
    private final OwnMailCheck check = new OwnMailCheck(ours);

    @Test
    void aMailUnderAMessageIdThatWeSignedIsOurs() {
        Letter letter = TestLetter.of(ours.mint("SUP-1", "mailroom.localhost"), Eml.of("From: a@example.org", "", "x"));

        assertThat(check.judge(letter)).map(Judgement::kind).contains(Kind.OWN);
    }

    @Test
    void aMailWithOurLoopMarkIsOurs() {
        MessageId mark = ours.mint("SUP-1", "mailroom.localhost");

        assertThat(judge("From: a@example.org", "X-Mailroom-Loop: " + mark.inBrackets()))
                .isPresent();
        assertThat(judge("From: a@example.org", "X-Mailroom-Loop: " + mark.value()))
                .isPresent();
    }

    @Test
    void theMarkOfAnotherHouseIsNotOurs() {
        MessageId mark = theirs.mint("SUP-1", "mailroom.localhost");

        assertThat(judge("From: a@example.org", "X-Mailroom-Loop: " + mark.value()))
                .isEmpty();
        assertThat(judge("From: a@example.org", "X-Mailroom-Loop: yes")).isEmpty();
        assertThat(judge("From: a@example.org", "X-Mailroom-Loop:")).isEmpty();
    }

    @Test
    void aMailFromOneOfOurInboxesIsOursAndIsPointedOut() {
        assertThat(judge("From: Support <SUPPORT@mailroom.localhost>"))
                .map(Judgement::reason)
                .hasValueSatisfying(reason -> assertThat(reason).contains("no mark"));
        assertThat(judge("From: a@example.org", "Sender: finance@mailroom.localhost"))
                .isPresent();
    }

    @Test
    void aMailFromAnybodyElseIsNot() {
        assertThat(judge("From: support@example.org", "To: support@mailroom.localhost"))
                .isEmpty();
    }

    private Optional<Judgement> judge(String... fields) {
        return check.judge(TestLetter.with(fields));
    }
}
