package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.intake.TestReception.caseOf;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.MessageId;
import org.mailroom.message.Seal;
import org.mailroom.message.SignedMessageIds;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A mail finds its case: by which rules, in which order, and from whom. */
@MailroomTest
@Import(TestReception.class)
class ThreadingTests {

    @Autowired
    TestReception reception;

    @Autowired
    SignedMessageIds signedIds;

    @Autowired
    CasePlay play;

    @Autowired
    MeterRegistry meters;

    private final String customer = CasePlay.newCustomer();

    @Test
    void anAnswerToAMailOfOursJoinsItsCaseWhoeverWritesIt() {
        CaseNumber number = opened("The lamp", "Message-ID: " + anId());
        MessageId ours = signedIds.mint(number.value(), "mailroom.localhost");

        Taken taken = write(CasePlay.newCustomer(), "Something else", "In-Reply-To: " + ours.inBrackets());

        assertThat(caseOf(taken)).isEqualTo(number);
        assertThat(taken.evidence()).containsExactly("It answers a mail of ours that carries " + number + ", signed.");
        assertThat(play.timeline(number)).endsWith("STRANGER_REPLIED");
    }

    @Test
    void aNumberUnderAForeignSignatureCountsForNothingAndIsCounted() {
        CaseNumber number = opened("The lamp");
        MessageId forged = new SignedMessageIds(new Seal("the secret of another house", ""))
                .mint(number.value(), "mailroom.localhost");

        double wrong = wrongSignatures();

        assertThat(caseOf(write(customer, "Hello again", "In-Reply-To: " + forged.inBrackets())))
                .isNotEqualTo(number);
        assertThat(wrongSignatures()).isEqualTo(wrong + 1);
    }

    @Test
    void theNewestAncestorWinsOverTheOldest() {
        String older = anId();
        String newer = anId();
        opened("The lamp", "Message-ID: " + older);
        CaseNumber number = opened("The chair", "Message-ID: " + newer);

        assertThat(caseOf(write(customer, "Both", "References: " + older + " " + newer)))
                .isEqualTo(number);
    }

    @Test
    void theNumberInTheSubjectCountsFromWhoeverHasAPartInTheCase() {
        CaseNumber number = opened("The lamp");

        Taken taken = write(customer, "my question " + number.value().toLowerCase(java.util.Locale.ROOT) + "!");

        assertThat(caseOf(taken)).isEqualTo(number);
    }

    @Test
    void theNumberInTheSubjectIsAHintAndNoMoreFromAStranger() {
        CaseNumber number = opened("The lamp");

        Taken taken = write(CasePlay.newCustomer(), "[" + number + "] let me in");

        assertThat(taken.verdict()).isInstanceOf(Verdict.NewCase.class);
        assertThat(reception.event(caseOf(taken), "MAY_BELONG_TO", "new_value")).isEqualTo(number.value());
    }

    @Test
    void whoStandsInTheCopyHasAPart() {
        String colleague = CasePlay.newCustomer();
        CaseNumber number = opened("The lamp", "Cc: " + colleague);

        assertThat(caseOf(write(colleague, "About " + number))).isEqualTo(number);
    }

    @Test
    void twoWhoAnswerAMailThatWeNeverHadMeetInOneCase() {
        String unknown = anId();
        String colleague = CasePlay.newCustomer();
        CaseNumber number = opened("The lamp", "Cc: " + colleague, "References: " + unknown);

        assertThat(caseOf(write(colleague, "Re: The lamp", "References: " + unknown)))
                .isEqualTo(number);
    }

    @Test
    void twoWhoAnswerANewsletterDoNot() {
        String newsletter = anId();
        CaseNumber number = opened("Re: Our summer offer", "In-Reply-To: " + newsletter);

        Taken other = write(CasePlay.newCustomer(), "Re: Our summer offer", "In-Reply-To: " + newsletter);

        assertThat(other.verdict()).isInstanceOf(Verdict.NewCase.class);
        assertThat(caseOf(other)).isNotEqualTo(number);
    }

    @Test
    void anOriginalThatComesAfterItsAnswerJoinsIt() {
        String late = anId();
        String colleague = CasePlay.newCustomer();
        CaseNumber number = opened("Re: The lamp", "Cc: " + colleague, "In-Reply-To: " + late);

        assertThat(caseOf(write(colleague, "The lamp", "Message-ID: " + late))).isEqualTo(number);
    }

    @Test
    void aSecondMailAboutTheSameIsACaseOfItsOwnThatNamesTheFirst() {
        CaseNumber number = opened("The lamp is dark");

        Taken again = write(customer, "AW: RE: the LAMP is dark");

        assertThat(again.verdict()).isInstanceOf(Verdict.NewCase.class);
        assertThat(reception.event(caseOf(again), "MAY_BELONG_TO", "new_value")).isEqualTo(number.value());
    }

    @Test
    void whyThereIsNoConfirmationStandsOnTheTimeline() {
        CaseNumber number = opened("We sell lamps", "List-Id: <lamps.example.com>");

        assertThat(reception.event(number, "CONFIRMATION_SUPPRESSED", "note")).isNotBlank();
    }

    private double wrongSignatures() {
        return meters.get("mailroom.signatures.wrong").counter().count();
    }

    private CaseNumber opened(String subject, String... fields) {
        return caseOf(write(customer, subject, fields));
    }

    private Taken write(String from, String subject, String... fields) {
        List<String> lines =
                new ArrayList<>(List.of("From: " + from, "To: support@mailroom.localhost", "Subject: " + subject));
        lines.addAll(List.of(fields));
        lines.addAll(List.of("", "Hello " + UUID.randomUUID()));
        return reception.take(lines.toArray(String[]::new));
    }

    private static String anId() {
        return "<" + UUID.randomUUID() + "@example.com>";
    }
}
