package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.intake.TestReception.caseOf;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.Casework;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.WhenClosed;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What becomes of a mail to a closed case, as its inbox wants it. */
@MailroomTest
class ClosedCaseTests {

    @Autowired
    TestReception reception;

    @Autowired
    CasePlay play;

    @Autowired
    Casework work;

    @Autowired
    JdbcClient jdbc;

    private final String customer = CasePlay.newCustomer();

    @AfterEach
    void asItWas() {
        ClockUtil.reset();
        whenClosed(WhenClosed.REOPEN);
    }

    @Test
    void withinTheWindowItReopensTheCase() {
        CaseNumber number = closed();

        assertThat(caseOf(write(number))).isEqualTo(number);
        assertThat(play.column(number, "state")).isEqualTo("OPEN");
    }

    @Test
    void afterTheWindowItOpensANewCaseAndBothNameTheOther() {
        CaseNumber number = closed();
        play.wait(Duration.ofDays(15));
        play.runJobs(number);

        assertGoesOnInAnother(number, write(number));
    }

    @Test
    void whereNoCaseIsReopenedItOpensANewOneAtOnceAndBothNameTheOther() {
        CaseNumber number = closed();
        whenClosed(WhenClosed.NEW_CASE);

        assertGoesOnInAnother(number, write(number));
        assertThat(play.column(number, "state")).isEqualTo("CLOSED");
    }

    @Test
    void whereItIsTurnedAwayItsSenderIsToldHowToOpenANewCase() {
        CaseNumber number = closed();
        whenClosed(WhenClosed.REJECT);

        Taken taken = write(number);

        assertThat(taken.verdict())
                .isEqualTo(new Verdict.Refused(
                        number + " is closed, and its inbox takes no more mail for it. The sender was told."));
        assertThat(play.timeline(number)).endsWith("MAIL_TURNED_AWAY");
        assertThat(play.column(number, "state")).isEqualTo("CLOSED");
        Map<String, Object> notice = notices(number).get(0);
        assertThat((String) notice.get("raw"))
                .contains("To: " + customer, "Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All")
                .contains("please write a new mail to support@mailroom.localhost");
        assertThat(notice.get("envelope_from")).isEqualTo("");
    }

    @Test
    void afterTheWindowItIsTurnedAwayToo() {
        CaseNumber number = closed();
        play.wait(Duration.ofDays(15));
        play.runJobs(number);
        whenClosed(WhenClosed.REJECT);

        assertThat(write(number).verdict()).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void whomNobodyMayTellIsNotTurnedAway() {
        CaseNumber number = closed();
        whenClosed(WhenClosed.REJECT);

        Taken taken = write(number, "Precedence: bulk");

        assertGoesOnInAnother(number, taken);
        assertThat(notices(number)).isEmpty();
    }

    /** Else a machine that nobody knows for one and Mailroom would turn each other away for ever. All automatic mail of the case counts. */
    @Test
    void whoWasTurnedAwayTooOftenIsNotTurnedAwayAgain() {
        CaseNumber number = closed();
        whenClosed(WhenClosed.REJECT);
        Taken last = write(number);
        int turnedAway = 0;
        while (last.verdict() instanceof Verdict.Refused && turnedAway < 10) {
            turnedAway++;
            last = write(number);
        }

        assertThat(turnedAway).isBetween(1, 5);
        assertThat(notices(number)).hasSize(turnedAway);
        assertGoesOnInAnother(number, last);
    }

    @Test
    void anAutomaticMailIsFiledInTheClosedCaseAndAnsweredByNothing() {
        CaseNumber number = closed();
        whenClosed(WhenClosed.REJECT);

        Taken taken = write(number, "Auto-Submitted: auto-replied");

        assertThat(taken.verdict()).isInstanceOf(Verdict.Filed.class);
        assertThat(notices(number)).isEmpty();
    }

    @Test
    void aMailToAnOpenCaseJoinsItWhateverBecomesOfClosedOnes() {
        whenClosed(WhenClosed.REJECT);
        CaseNumber number = opened();

        assertThat(caseOf(write(number))).isEqualTo(number);
    }

    private void assertGoesOnInAnother(CaseNumber number, Taken taken) {
        assertThat(caseOf(taken)).isNotEqualTo(number);
        assertThat(reception.event(caseOf(taken), "CONTINUES", "old_value")).isEqualTo(number.value());
        assertThat(reception.event(number, "CONTINUED_IN", "new_value"))
                .isEqualTo(caseOf(taken).value());
    }

    private CaseNumber closed() {
        CaseNumber number = opened();
        work.complete(number, CasePlay.SAM);
        play.runJobs(number);
        return number;
    }

    private CaseNumber opened() {
        CaseNumber number = caseOf(write("The lamp"));
        play.runJobs(number);
        return number;
    }

    private Taken write(CaseNumber number, String... fields) {
        return write("Re: [" + number + "] The lamp", fields);
    }

    private Taken write(String subject, String... fields) {
        List<String> lines = new java.util.ArrayList<>(
                List.of("From: " + customer, "To: support@mailroom.localhost", "Subject: " + subject));
        lines.addAll(List.of(fields));
        lines.addAll(List.of("", "Hello " + UUID.randomUUID()));
        return reception.take(lines.toArray(String[]::new));
    }

    private List<Map<String, Object>> notices(CaseNumber number) {
        return jdbc.sql(
                        """
                        select convert_from(raw, 'UTF8') as raw, envelope_from from outgoing_mail
                        where case_number = :number and cause like 'rejection:%'
                        """)
                .param("number", number.value())
                .query()
                .listOfRows();
    }

    private void whenClosed(WhenClosed what) {
        jdbc.sql("update inbox set when_closed = :what where key = 'support'")
                .param("what", what.name())
                .update();
    }
}
