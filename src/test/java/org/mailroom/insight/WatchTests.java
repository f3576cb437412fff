package org.mailroom.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.CaseFiles;
import org.mailroom.cases.Casework;
import org.mailroom.cases.Finding;
import org.mailroom.cases.Findings;
import org.mailroom.cases.StuckKind;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class WatchTests {

    @Autowired
    CasePlay play;

    @Autowired
    Casework work;

    @Autowired
    CaseFiles files;

    @Autowired
    Watch watch;

    @Autowired
    Findings findings;

    @Autowired
    StuckMetrics metrics;

    @Autowired
    MeterRegistry meters;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestRestTemplate http;

    private Stuck stuck;

    @BeforeEach
    void forgetWhatOtherTestsLeft() {
        stuck = new Stuck(jdbc, play, runtime, tasks, management, work);
        watch.look();
        jdbc.sql("update finding set told_at = now() - interval '1 day'").update();
    }

    @AfterEach
    void clear() {
        ClockUtil.reset();
        stuck.clear();
        metrics.look();
    }

    @Test
    void aCaseThatLostItsTaskIsFoundThoughItsEscalationStillRuns() {
        CaseNumber number = stuck.withoutTask("Lost its task");
        watch.look();
        assertThat(of(number)).extracting(Finding::kind).containsExactly(StuckKind.CASE_WITHOUT_WORK);
        assertThat(play.timeline(number)).endsWith("STUCK");
    }

    @Test
    void aCaseWhoseProcessWasDeletedIsFound() {
        CaseNumber number = play.opened("Its process is gone");
        runtime.deleteProcessInstance(play.instance(number).getId(), "a test");
        watch.look();
        assertThat(of(number)).extracting(Finding::kind).containsExactly(StuckKind.CASE_WITHOUT_WORK);
    }

    @Test
    void aCaseThatIsWorkedOrWaitsOrIsClosedIsNotFound() {
        CaseNumber open = play.opened("In hand");
        CaseNumber waiting = play.opened("Waits for the customer");
        work.waitForReply(waiting, CasePlay.SAM, null);
        CaseNumber dated = play.opened("Waits for a date");
        work.waitForReply(
                dated, CasePlay.SAM, ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(2)));
        CaseNumber closed = play.opened("Closed");
        work.complete(closed, CasePlay.SAM);
        watch.look();
        assertThat(List.of(open, waiting, dated, closed))
                .allSatisfy(number -> assertThat(of(number)).isEmpty());
    }

    @Test
    void aProcessWithoutACaseIsFound() {
        String instance = stuck.processWithoutCase();
        watch.look();
        assertThat(findings.open(StuckKind.PROCESS_WITHOUT_CASE))
                .extracting(Finding::thing)
                .contains(instance);
        runtime.deleteProcessInstance(instance, "a test");
    }

    @Test
    void aFailedStepIsFoundWithItsNameAndTheClassOfItsFailure() {
        CaseNumber number = stuck.failedStep("A step fails");
        watch.look();
        Finding finding = of(number).get(0);
        assertThat(finding.kind()).isEqualTo(StuckKind.FAILED_STEP);
        assertThat(finding.step()).isEqualTo("Take up the reply");
        assertThat(finding.cause()).isEqualTo("ArithmeticException").doesNotContain("secret");
        assertThat(line(number)).isEqualTo("STEP_FAILED ArithmeticException Take up the reply");
    }

    @Test
    void aSuspendedCaseIsFound() {
        CaseNumber number = play.opened("Suspended by somebody");
        runtime.suspendProcessInstanceById(play.instance(number).getId());
        watch.look();
        assertThat(of(number)).extracting(Finding::kind).containsExactly(StuckKind.SUSPENDED_INSTANCE);
        runtime.activateProcessInstanceById(play.instance(number).getId());
    }

    @Test
    void mailInQuarantineAndMailThatWaitsTooLongIsFound() {
        long quarantined = stuck.mail("QUARANTINED", "1 minute");
        long waiting = stuck.mail("RECEIVED", "11 minutes");
        long fresh = stuck.mail("RECEIVED", "9 minutes");
        watch.look();
        assertThat(things(StuckKind.QUARANTINED_MAIL)).contains("" + quarantined);
        assertThat(things(StuckKind.MAIL_NOT_TAKEN_IN)).contains("" + waiting).doesNotContain("" + fresh);
    }

    @Test
    void whatIsFoundTwiceIsNotedOnceAndOnceWhenItIsOver() {
        CaseNumber number = play.opened("Suspended, found twice, and over");
        runtime.suspendProcessInstanceById(play.instance(number).getId());
        watch.look();
        watch.look();
        runtime.activateProcessInstanceById(play.instance(number).getId());
        watch.look();
        watch.look();
        assertThat(of(number)).isEmpty();
        assertThat(play.timeline(number)).containsOnlyOnce("STUCK").containsOnlyOnce("STUCK_OVER");
    }

    @Test
    void aBurstIsToldToEachSupervisorAndAdminInOneMailAndNeverAgain() {
        CaseNumber one = stuck.withoutTask("First of a burst");
        CaseNumber two = stuck.withoutTask("Second of a burst");
        long before = lastMail();
        watch.lookAndTell();
        watch.lookAndTell();
        assertThat(mailsSince(before, "supervisor@staff.localhost"))
                .singleElement()
                .asString()
                .contains(one + ": The case has no task")
                .contains(two + ": The case has no task")
                .contains("/stuck")
                .doesNotContain("burst");
        assertThat(mailsSince(before, "admin@staff.localhost")).hasSize(1);
        assertThat(mailsSince(before, "support-agent@staff.localhost")).isEmpty();
    }

    @Test
    void whatGetsStuckSoonAfterAMailIsToldInTheNextOne() {
        CaseNumber one = stuck.withoutTask("Told at once");
        long before = lastMail();
        watch.lookAndTell();
        CaseNumber two = stuck.withoutTask("Told later");
        watch.lookAndTell();
        assertThat(mailsSince(before, "supervisor@staff.localhost")).hasSize(1);
        play.wait(Duration.ofMinutes(11));
        watch.lookAndTell();
        assertThat(mailsSince(before, "supervisor@staff.localhost"))
                .hasSize(2)
                .last()
                .asString()
                .contains(two.value())
                .doesNotContain(one.value());
    }

    @Test
    void metricsCountWhatIsStuckByKind() {
        metrics.look();
        double before = gauge("caseWithoutWork");
        stuck.withoutTask("Counted");
        watch.look();
        metrics.look();
        assertThat(gauge("caseWithoutWork")).isEqualTo(before + 1);
        assertThat(gauge("mailNotTakenIn")).isGreaterThanOrEqualTo(0);
    }

    @Test
    void healthIsDegradedAndStillAnswers200() {
        jdbc.sql("delete from finding").update();
        assertThat(http.getForEntity("/actuator/health", String.class).getBody())
                .contains("UP");
        stuck.withoutTask("Degrades health");
        watch.look();
        var health = http.getForEntity("/actuator/health", String.class);
        assertThat(health.getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(health.getBody()).contains("DEGRADED");
        assertThat(new StuckHealth(findings).health().getDetails()).containsKey("caseWithoutWork");
    }

    private double gauge(String kind) {
        return meters.get("mailroom.stuck").tag("kind", kind).gauge().value();
    }

    private List<Finding> of(CaseNumber number) {
        return findings.openOf(number);
    }

    private List<String> things(StuckKind kind) {
        return findings.open(kind).stream().map(Finding::thing).toList();
    }

    private String line(CaseNumber number) {
        return jdbc.sql(
                        """
                        select concat_ws(' ', kind, old_value, new_value) from case_event
                        where case_number = :number order by id desc limit 1
                        """)
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    private long lastMail() {
        return jdbc.sql("select coalesce(max(id), 0) from outgoing_mail")
                .query(Long.class)
                .single();
    }

    private List<String> mailsSince(long last, String recipient) {
        return jdbc
                .sql(
                        "select raw from outgoing_mail where id > :last and :recipient = any (recipients) and cause like 'stuck:%' order by id")
                .param("last", last)
                .param("recipient", recipient)
                .query(byte[].class)
                .list()
                .stream()
                .map(raw -> new String(raw, StandardCharsets.UTF_8))
                .toList();
    }
}
