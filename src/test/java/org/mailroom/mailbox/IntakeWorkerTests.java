package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mailroom.intake.Eml;
import org.mailroom.intake.Received;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MailroomTest
@ExtendWith(OutputCaptureExtension.class)
class IntakeWorkerTests {

    @Autowired
    private FrontDoor frontDoor;

    @Autowired
    private IntakeWorker worker;

    @Autowired
    private WaitingMails waiting;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void inboxes() {
        TwoInboxes.addIfMissing(jdbc);
        TwoInboxes.forgetWaitingMail(jdbc);
    }

    @Test
    void aMailOfOurOwnIsIgnoredForAReason() {
        long id = keep("own-1@worker", "From: support@mailroom.localhost");

        worker.workOff();

        assertThat(row(id)).containsEntry("state", "IGNORED").containsEntry("attempts", 0);
        assertThat(row(id).get("reason")).asString().contains("one of our inboxes");
    }

    @Test
    void aMailThatFailsIsTriedThreeTimesAndThenPutAside() throws Throwable {
        long id = keep("poison-1@worker", "From: support@mailroom.localhost");

        FailingDatabase.refusing(jdbc, "new.message_id = 'poison-1@worker' and new.state = 'IGNORED'", () -> {
            worker.workOff();
            assertThat(row(id)).containsEntry("state", "RECEIVED").containsEntry("attempts", 1);
            assertThat(isDue(id)).isFalse();

            makeDue(id);
            worker.workOff();
            assertThat(row(id)).containsEntry("state", "RECEIVED").containsEntry("attempts", 2);

            makeDue(id);
            worker.workOff();
            assertThat(row(id)).containsEntry("state", "QUARANTINED").containsEntry("attempts", 3);
            assertThat(row(id).get("reason")).asString().contains("SQLException");
        });
    }

    @Test
    void ofAMailThatFailsTheLogSaysWhatFailedAndQuotesNothing(CapturedOutput log) throws Throwable {
        keep("poison-5@worker", "From: support@mailroom.localhost");
        keep("own-5@worker", "From: support@mailroom.localhost");

        FailingDatabase.refusing(jdbc, "new.message_id = 'poison-5@worker' and new.state = 'IGNORED'", worker::workOff);

        assertThat(log)
                .contains("2 mails are taken in one by one: ")
                .contains("could not be taken in and is tried again: ")
                .doesNotContain("ERROR: no")
                .doesNotContain("ENGINE-16004");
    }

    @Test
    void theAdminsHearOfMailThatIsPutAsideOnceAnHourForEachInbox() throws Throwable {
        jdbc.sql("delete from outgoing_mail where cause like 'quarantine:support:%'")
                .update();
        long first = keep("poison-3@worker", "From: support@mailroom.localhost");
        long second = keep("poison-4@worker", "From: support@mailroom.localhost");

        FailingDatabase.refusing(jdbc, "new.message_id like 'poison-%@worker' and new.state = 'IGNORED'", () -> {
            for (int attempt = 0; attempt < 3; attempt++) {
                makeDue(first);
                makeDue(second);
                worker.workOff();
            }
        });

        assertThat(row(second)).containsEntry("state", "QUARANTINED");
        assertThat(noticesTo("admin@staff.localhost"))
                .singleElement()
                .asString()
                .contains("Support: a mail could not be taken in", "SQLException")
                .containsAnyOf("/admin/received-mails/" + first, "/admin/received-mails/" + second);
    }

    @Test
    void aMailThatFailsHoldsUpNoOtherAndIsTakenInLater() throws Throwable {
        long bad = keep("poison-2@worker", "From: support@mailroom.localhost");
        long good = keep("own-2@worker", "From: support@mailroom.localhost");

        FailingDatabase.refusing(jdbc, "new.message_id = 'poison-2@worker' and new.state = 'IGNORED'", worker::workOff);
        assertThat(row(bad)).containsEntry("state", "RECEIVED");
        assertThat(row(good)).containsEntry("state", "IGNORED");

        makeDue(bad);
        worker.workOff();
        assertThat(row(bad)).containsEntry("state", "IGNORED").containsEntry("attempts", 1);
    }

    @Test
    void anAnswerWaitsForTheMailThatItAnswers() {
        long original = keep("original@worker", "From: support@mailroom.localhost");
        jdbc.sql("update received_mail set next_attempt_at = now() + interval '1 hour' where id = :id")
                .param("id", original)
                .update();
        long answer = keep("answer@worker", "From: support@mailroom.localhost", "In-Reply-To: <original@worker>");

        worker.workOff();
        assertThat(row(answer)).containsEntry("state", "RECEIVED").containsEntry("attempts", 0);

        makeDue(original);
        worker.workOff();
        makeDue(answer);
        worker.workOff();
        assertThat(row(original)).containsEntry("state", "IGNORED");
        assertThat(row(answer)).containsEntry("state", "IGNORED");
    }

    @Test
    void mailsAreTakenTogetherUpToSoManyBytesAndOneThatFailedBeforeAlone() {
        long small = keep("small@worker", "From: support@mailroom.localhost");
        long failed = keep("failed@worker", "From: support@mailroom.localhost");
        jdbc.sql("update received_mail set attempts = 1 where id = :id")
                .param("id", failed)
                .update();
        long large = keep("large@worker", "From: support@mailroom.localhost", "X-Large: " + "x".repeat(3_000_000));
        long larger = keep("larger@worker", "From: support@mailroom.localhost", "X-Large: " + "x".repeat(3_000_000));

        assertThat(taken()).containsExactly(small);
        settle(small);
        assertThat(taken()).containsExactly(failed);
        settle(failed);
        assertThat(taken()).containsExactly(large);
        settle(large);
        assertThat(taken()).containsExactly(larger);
    }

    @Test
    void aMailAndItsAnswersAreOneCaseAlsoWhenTheyAreTakenTogether() {
        long first = keep("first@worker", "From: jane@worker.example", "Subject: Lamp");
        long answer = keep("second@worker", "From: jane@worker.example", "In-Reply-To: <first@worker>");
        long other = keep("other@worker", "From: joe@worker.example", "Subject: Door");
        long answerToAnswer = keep("third@worker", "From: jane@worker.example", "In-Reply-To: <second@worker>");

        worker.takeSome();

        assertThat(caseOf(first)).isEqualTo(caseOf(answer)).isEqualTo(caseOf(answerToAnswer));
        assertThat(caseOf(other)).isNotNull().isNotEqualTo(caseOf(first));
        assertThat(jdbc.sql("select kind from case_event where case_number = :number")
                        .param("number", caseOf(first))
                        .query(String.class)
                        .list())
                .containsOnlyOnce("OPENED")
                .contains("CUSTOMER_REPLIED", "CUSTOMER_REPLIED");
    }

    private List<Long> taken() {
        return transaction.execute(
                status -> waiting.next().stream().map(Received::id).toList());
    }

    private void settle(long id) {
        jdbc.sql("update received_mail set state = 'IGNORED' where id = :id")
                .param("id", id)
                .update();
    }

    private String caseOf(long id) {
        return (String) jdbc.sql("select case_number from received_mail where id = :id")
                .param("id", id)
                .query()
                .singleRow()
                .get("case_number");
    }

    private long keep(String messageId, String... fields) {
        String[] lines = Arrays.copyOf(fields, fields.length + 3);
        lines[fields.length] = "Message-ID: <" + messageId + ">";
        lines[fields.length + 1] = "";
        lines[fields.length + 2] = "Hello";
        return frontDoor.keep(TwoInboxes.SUPPORT, Eml.of(lines)).id();
    }

    private List<String> noticesTo(String address) {
        return jdbc.sql(
                        """
                        select convert_from(raw, 'UTF8') from outgoing_mail
                        where cause like 'quarantine:support:%' and :address = any (recipients)
                        """)
                .param("address", address)
                .query(String.class)
                .list();
    }

    private Map<String, Object> row(long id) {
        return jdbc.sql("select state, attempts, reason from received_mail where id = :id")
                .param("id", id)
                .query()
                .singleRow();
    }

    private boolean isDue(long id) {
        return jdbc.sql("select next_attempt_at <= now() from received_mail where id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private void makeDue(long id) {
        jdbc.sql("update received_mail set next_attempt_at = now() where id = :id")
                .param("id", id)
                .update();
    }
}
