package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.MessageId;
import org.mailroom.message.SignedMessageIds;

class KnownCaseTests {

    private final SignedMessageIds ours = new SignedMessageIds("the secret of this house");

    @Test
    void theAnsweredMessageComesFirstThenItsAncestorsFromTheNewestToTheOldest() {
        Letter letter =
                TestLetter.with("From: a@example.org", "In-Reply-To: <c@x>", "References: <a@x> <b@x>", " <c@x>");

        assertThat(KnownCase.related(letter.mail(), null))
                .extracting(MessageId::value)
                .containsExactly("c@x", "b@x", "a@x");
    }

    @Test
    void aReportIsRelatedToTheMailThatItIsAbout() {
        assertThat(KnownCase.related(TestLetter.file("bounce").mail(), null))
                .containsExactly(new MessageId("our-mail@mailroom.localhost"));
    }

    @Test
    void aMailThatAnswersNothingIsRelatedToNothing() {
        assertThat(KnownCase.related(TestLetter.file("plain").mail(), null)).isEmpty();
    }

    @Test
    void theFirstCaseNumberUnderOurSignatureCounts() {
        MessageId first = ours.mint("SUP-1001", "mailroom.localhost");
        MessageId second = ours.mint("SUP-1002", "mailroom.localhost");

        assertThat(KnownCase.signed(ours, List.of(new MessageId("a@x"), first, second)))
                .contains(new CaseNumber("SUP-1001"));
    }

    @Test
    void aCaseNumberUnderAnotherSignatureDoesNotCount() {
        MessageId forged = new SignedMessageIds("the secret of another house").mint("SUP-1001", "mailroom.localhost");

        assertThat(KnownCase.signed(ours, List.of(forged))).isEmpty();
    }
}
