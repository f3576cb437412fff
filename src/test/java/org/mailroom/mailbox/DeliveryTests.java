package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.intake.Eml;
import org.mailroom.message.Seal;
import org.mailroom.message.SignedMessageIds;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the kept mail to its case. */
@MailroomTest
class DeliveryTests {

    @Autowired
    private FrontDoor frontDoor;

    @Autowired
    private IntakeWorker worker;

    @Autowired
    private SignedMessageIds signedIds;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void nothingFromOtherTests() {
        TwoInboxes.addIfMissing(jdbc);
        TwoInboxes.forgetWaitingMail(jdbc);
    }

    @Test
    void aMailOpensACaseInItsInbox() {
        long id = deliver("From: Jane <jane@delivery.test>", "Message-ID: <new@delivery>", "Subject: Help");

        assertThat(row(id)).containsEntry("state", "DELIVERED");
        assertThat(caseOf(id))
                .containsEntry("inbox_key", "support")
                .containsEntry("subject", "Help")
                .containsEntry("requester_address", "jane@delivery.test")
                .containsEntry("answerable", true);
    }

    @Test
    void anAnswerToOurMailJoinsItsCase() {
        long first = deliver("From: jane@delivery.test", "Message-ID: <token@delivery>", "Subject: Help");
        String sent = signedIds.mint(numberOf(first), "mailroom.localhost").inBrackets();

        long answer = deliver("From: jane@delivery.test", "Subject: Re: Help", "In-Reply-To: " + sent);

        assertThat(row(answer)).containsEntry("state", "DELIVERED").containsEntry("case_number", numberOf(first));
    }

    @Test
    void aColleagueWhoAnswersTheFirstMailJoinsItsCase() {
        long first = deliver("From: jane@delivery.test", "Message-ID: <cc@delivery>", "Subject: Help");

        long answer = deliver("From: joe@delivery.test", "Subject: Re: Help", "References: <other@x> <cc@delivery>");

        assertThat(numberOf(answer)).isEqualTo(numberOf(first));
    }

    @Test
    void aForgedTokenOpensACaseOfItsOwn() {
        long first = deliver("From: jane@delivery.test", "Message-ID: <forged@delivery>", "Subject: Help");
        String forged = new SignedMessageIds(new Seal("the secret of another house", ""))
                .mint(numberOf(first), "mailroom.localhost")
                .inBrackets();

        long answer = deliver("From: eve@delivery.test", "Subject: Re: Help", "In-Reply-To: " + forged);

        assertThat(row(answer)).containsEntry("state", "DELIVERED");
        assertThat(numberOf(answer)).isNotEqualTo(numberOf(first));
    }

    @Test
    void anAbsenceNoticeIsFiledWithItsCase() {
        long first = deliver("From: jane@delivery.test", "Message-ID: <absent@delivery>", "Subject: Help");

        long notice = deliver(
                "From: jane@delivery.test",
                "Subject: Out of office",
                "Auto-Submitted: auto-replied",
                "In-Reply-To: <absent@delivery>");

        assertThat(row(notice)).containsEntry("state", "FILED").containsEntry("case_number", numberOf(first));
        assertThat(row(notice).get("reason")).asString().isNotEmpty();
    }

    @Test
    void aMachinesMailOpensACaseThatIsNotAnswered() {
        long id = deliver("From: shop@delivery.test", "Subject: Your order", "Auto-Submitted: auto-generated");

        assertThat(caseOf(id)).containsEntry("answerable", false);
    }

    @Test
    void aBounceThatBelongsToNoCaseIsIgnored() {
        long id = deliver("From: MAILER-DAEMON@delivery.test", "Subject: Undelivered");

        assertThat(row(id)).containsEntry("state", "IGNORED").containsEntry("case_number", null);
    }

    @Test
    void aMailToTheOtherInboxAloneGoesThere() {
        long id = deliver("From: jane@delivery.test", "To: finance@mailroom.localhost", "Subject: Invoice");

        assertThat(caseOf(id)).containsEntry("inbox_key", "finance");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "html-only",
                "alternative",
                "nested",
                "attached-mail",
                "broken-base64",
                "no-end-boundary",
                "no-boundary",
                "unknown-charset",
                "wrong-charset",
                "japanese",
                "raw-8bit-header",
                "split-character",
                "empty",
                "only-header",
                "no-from",
                "hostile-text",
                "nul",
                "crlf-in-header",
                "newsletter",
                "rfc2231-name",
                "calendar",
                "garbage"
            })
    void noMailBreaksAnyStep(String name) {
        long id = frontDoor.keep(TwoInboxes.FINANCE, Eml.file(name)).id();

        worker.workOff();

        assertThat(row(id)).containsEntry("state", "DELIVERED").containsEntry("attempts", 0);
    }

    @Test
    void aSubjectOfTenThousandCharactersBreaksNoStep() {
        long id = deliver("From: jane@delivery.test", "Subject: " + "😀${7*7}".repeat(2_000));

        assertThat(row(id)).containsEntry("state", "DELIVERED");
    }

    private long deliver(String... fields) {
        byte[] raw = Eml.of(
                Stream.concat(Arrays.stream(fields), Stream.of("", "Hello")).toArray(String[]::new));
        long id = frontDoor.keep(TwoInboxes.SUPPORT, raw).id();
        worker.workOff();
        return id;
    }

    private String numberOf(long id) {
        return (String) row(id).get("case_number");
    }

    private Map<String, Object> row(long id) {
        return jdbc.sql("select state, attempts, reason, case_number from received_mail where id = :id")
                .param("id", id)
                .query()
                .singleRow();
    }

    private Map<String, Object> caseOf(long id) {
        return jdbc.sql("select * from cases where number = :number")
                .param("number", numberOf(id))
                .query()
                .singleRow();
    }
}
