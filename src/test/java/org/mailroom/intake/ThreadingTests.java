package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.intake.TestReception.caseOf;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.MessageId;
import org.mailroom.message.Seal;
import org.mailroom.message.SignedMessageIds;
import org.mailroom.message.SignedReferences;
import org.mailroom.message.ThreadIndex;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;

/** A mail finds its case: by which rules, in which order, and from whom. */
@MailroomTest
class ThreadingTests {

    @Autowired
    TestReception reception;

    @Autowired
    SignedMessageIds signedIds;

    @Autowired
    SignedReferences references;

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

    @ParameterizedTest
    @ValueSource(strings = {"To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To"})
    void aMailToTheAddressOfACaseJoinsIt(String field) {
        CaseNumber number = opened("The lamp");
        String address = "support+" + references.of(number.value()).toLowerCase(Locale.ROOT) + "@mailroom.localhost";

        Taken taken = write(customer, "Something else", field + ": " + address);

        assertThat(caseOf(taken)).isEqualTo(number);
        assertThat(taken.evidence())
                .containsExactly("It was sent to an address with the signed number " + number + ".");
    }

    @Test
    void anAnswerThatLostItsHeaderIsKnownByTheReferenceInWhatItQuotes() {
        CaseNumber number = opened("The lamp");

        Taken taken = reception.take(
                "From: " + CasePlay.newCustomer(),
                "To: support@mailroom.localhost",
                "Subject: Your message",
                "Message-ID: " + anId(),
                "",
                "It still does not work.",
                "> We will look at it.",
                "> ",
                "> Ref. " + references.of(number.value()));

        assertThat(caseOf(taken)).isEqualTo(number);
        assertThat(taken.evidence()).containsExactly("Its text has the signed number " + number + ".");
        assertThat(play.timeline(number)).endsWith("STRANGER_REPLIED");
    }

    @Test
    void aSignedNumberInTheSubjectCountsFromWhoever() {
        CaseNumber number = opened("The lamp");

        Taken taken = write(CasePlay.newCustomer(), "About " + references.of(number.value()));

        assertThat(caseOf(taken)).isEqualTo(number);
        assertThat(taken.evidence()).containsExactly("Its subject has the signed number " + number + ".");
    }

    @Test
    void aWrongSignatureInTheSubjectIsNoNumberEvenFromWhoHasAPart() {
        CaseNumber number = opened("The lamp");
        double wrong = wrongSignatures();

        Taken taken = write(customer, "About " + number + "-00000000");

        assertThat(caseOf(taken)).isNotEqualTo(number);
        assertThat(wrongSignatures()).isEqualTo(wrong + 1);
    }

    @Test
    void theAddressOfACaseWinsOverAMessageOfAnotherAndThatOverTheTextAndThatOverTheSubject() {
        String id = anId();
        CaseNumber addressed = opened("The lamp");
        CaseNumber answered = opened("The chair", "Message-ID: " + id);
        CaseNumber quoted = opened("The desk");
        CaseNumber named = opened("The door");
        String subject = "About " + references.of(named.value());
        String quotation = "X-Unused: x\r\n\r\n> Ref. " + references.of(quoted.value());
        String inReplyTo = "In-Reply-To: " + id;
        String cc = "Cc: support+" + references.of(addressed.value()) + "@mailroom.localhost";

        assertThat(caseOf(write(customer, subject, cc, inReplyTo, quotation))).isEqualTo(addressed);
        assertThat(caseOf(write(customer, subject, inReplyTo, quotation))).isEqualTo(answered);
        assertThat(caseOf(write(customer, subject, quotation))).isEqualTo(quoted);
        assertThat(caseOf(write(customer, subject))).isEqualTo(named);
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

        Taken taken = write(customer, "my question " + number.value().toLowerCase(Locale.ROOT) + "!");

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
    void aMailOfTheSameConversationByOutlooksCountJoinsFromWhoHasAPart() {
        String root = conversation();
        CaseNumber number = opened("The lamp", "Thread-Index: " + root);
        String answer = new ThreadIndex(root).answered(Instant.now()).value();

        Taken taken = write(customer, "Something else", "Thread-Index: " + answer);

        assertThat(caseOf(taken)).isEqualTo(number);
        assertThat(taken.evidence())
                .containsExactly(
                        "It has the Thread-Index of a mail of " + number + ", and the sender has a part in it.");
    }

    @Test
    void aStrangerInTheSameConversationOpensACaseOfHisOwn() {
        String root = conversation();
        CaseNumber number = opened("Our summer offer", "Thread-Index: " + root);

        assertThat(caseOf(write(CasePlay.newCustomer(), "Our summer offer", "Thread-Index: " + root)))
                .isNotEqualTo(number);
    }

    @Test
    void aMailOfAStrangerIsThirdPartyMailAndChangesNoRequester() {
        CaseNumber number = opened("The lamp");
        String stranger = CasePlay.newCustomer();
        String reference = references.of(number.value());

        write(stranger, "About " + reference);

        assertThat(play.column(number, "requester_address")).isEqualTo(customer);
        assertThat(reception.kinds(number)).containsExactly("CUSTOMER", "CONFIRMATION", "THIRD_PARTY");
        assertThat(caseOf(write(stranger, "About " + number))).isNotEqualTo(number);
    }

    @Test
    void aMailThatIsForwardedToAnotherInboxIsACaseThereAndBothSaySo() {
        CaseNumber number = opened("The lamp");

        Taken taken = reception.take(
                "From: " + customer,
                "To: finance@mailroom.localhost",
                "Subject: Fwd: [" + number + "] The lamp",
                "Message-ID: " + anId(),
                "",
                "Please pay.");

        assertThat(taken.verdict()).isInstanceOf(Verdict.NewCase.class);
        assertThat(caseOf(taken).value()).startsWith("FIN-");
        assertThat(taken.evidence()).contains("Its subject names " + number + ", and the sender has a part in it.");
        assertThat(reception.event(caseOf(taken), "PASSED_ON_FROM", "old_value"))
                .isEqualTo(number.value());
        assertThat(reception.event(number, "PASSED_ON_TO", "new_value"))
                .isEqualTo(caseOf(taken).value());
    }

    @Test
    void aMailThatIsForwardedToTheInboxOfItsCaseJoinsIt() {
        CaseNumber number = opened("The lamp");

        assertThat(caseOf(write(customer, "Fwd: [" + number + "] The lamp"))).isEqualTo(number);
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

        play.runJobs(number);
        assertThat(reception.event(number, "CONFIRMATION_SUPPRESSED", "note")).contains("List-Id");
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

    /** The name that Outlook gives to a conversation that begins. */
    private static String conversation() {
        byte[] root = new byte[22];
        new SecureRandom().nextBytes(root);
        root[0] = 1;
        return Base64.getEncoder().encodeToString(root);
    }

    private static String anId() {
        return "<" + UUID.randomUUID() + "@example.com>";
    }
}
