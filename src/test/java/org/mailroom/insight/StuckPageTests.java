package org.mailroom.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.Casework;
import org.mailroom.cases.Finding;
import org.mailroom.cases.Findings;
import org.mailroom.cases.StuckKind;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The page of what is stuck, and its repairs. */
@MailroomTest
class StuckPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    CasePlay play;

    @Autowired
    Casework work;

    @Autowired
    Watch watch;

    @Autowired
    Findings findings;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private final MockHttpSession session = new MockHttpSession();
    private Stuck stuck;

    @BeforeEach
    void begin() {
        stuck = new Stuck(jdbc, play, runtime, tasks, management, work);
    }

    @AfterEach
    void clear() {
        stuck.clear();
    }

    @Test
    void onlySupervisorsAndAdminsSeeIt() throws Exception {
        mvc.perform(get("/stuck").with(supervisor())).andExpect(status().isOk());
        mvc.perform(get("/stuck").with(user("admin").authorities(AuthorityUtils.createAuthorityList("camunda-admin"))))
                .andExpect(status().isOk());
        mvc.perform(get("/stuck")
                        .with(user("support-agent").authorities(AuthorityUtils.createAuthorityList("inbox-support"))))
                .andExpect(status().isForbidden());
    }

    @Test
    void itSaysThatNothingIsStuck() throws Exception {
        assertThat(page(Locale.ENGLISH).text()).contains("Nothing is stuck.");
        assertThat(page(Locale.GERMAN).text()).contains("Nichts steckt fest.");
    }

    @Test
    void eachThingIsShownWithItsCaseAndItsRepairs() throws Exception {
        CaseNumber lost = stuck.withoutTask("Shown without a task");
        CaseNumber failed = stuck.failedStep("Shown with a failed step");
        long mail = stuck.mail("QUARANTINED", "1 minute");
        watch.look();
        Document page = page(Locale.ENGLISH);
        assertThat(page.select("#caseWithoutWork li").text())
                .contains(lost + " The case has no task", "Put back to “Handle the case”", "Close the case");
        assertThat(page.select("#failedStep li").text())
                .contains(failed + " The step “Take up the reply” failed: ArithmeticException", "Try again");
        assertThat(page.select("#quarantinedMail li").text())
                .contains(
                        "Mail " + mail + " could not be taken in. Support",
                        "The routing table failed.",
                        "Take in again");
        assertThat(page.select("#caseWithoutWork a.number").eachAttr("href")).contains("/cases/" + lost);
    }

    @Test
    void aCaseIsPutBackToItsFirstTask() throws Exception {
        CaseNumber number = stuck.withoutTask("Put it back");
        String instance = play.instance(number).getId();
        watch.look();
        assertThat(repair(number, "PUT_BACK").text()).contains("The case has its task again.");
        assertThat(play.task(number).getTaskDefinitionKey()).isEqualTo("handleCase");
        assertThat(play.instance(number).getId()).isEqualTo(instance);
        assertThat(escalations(number)).isEqualTo(1);
        assertThat(lineOf(number, "PUT_BACK")).isEqualTo("supervisor");
        work.complete(number, CasePlay.SAM);
        assertThat(play.column(number, "outcome")).isEqualTo("COMPLETED");
    }

    @Test
    void aCaseWhoseProcessIsGoneIsPutBackIntoANewOne() throws Exception {
        CaseNumber number = play.opened("Put back into a new process");
        runtime.deleteProcessInstance(play.instance(number).getId(), "a test");
        watch.look();
        repair(number, "PUT_BACK");
        assertThat(play.task(number).getTaskDefinitionKey()).isEqualTo("handleCase");
        assertThat(play.task(number).getName()).contains("Put back into a new process");
        assertThat(escalations(number)).isEqualTo(1);
        assertThat(play.column(number, "process_instance_id"))
                .isEqualTo(play.instance(number).getId());
        assertThat(jdbc.sql(
                                "select count(*) from outgoing_mail where case_number = :number and cause like 'confirmation%'")
                        .param("number", number.value())
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(1);
        work.complete(number, CasePlay.SAM);
        assertThat(play.column(number, "outcome")).isEqualTo("COMPLETED");
    }

    @Test
    void aWaitingCaseWhoseProcessIsGoneIsOpenAgainWhenItIsPutBack() throws Exception {
        CaseNumber number = play.opened("Put back while it waited");
        work.waitForReply(number, CasePlay.SAM, null);
        runtime.deleteProcessInstance(play.instance(number).getId(), "a test");
        watch.look();
        repair(number, "PUT_BACK");
        assertThat(play.column(number, "state")).isEqualTo("OPEN");
        assertThat(play.column(number, "due_at")).isNotNull();
        assertThat(play.task(number).getAssignee()).isEqualTo("support-agent");
    }

    @Test
    void aCaseWhoseReminderFailedIsPutBackAndTheFailedStepIsGivenUp() throws Exception {
        CaseNumber number = play.opened("Its reminder fails");
        work.waitForReply(number, CasePlay.SAM, null);
        stuck.fail(number, "reminderDue");
        watch.look();
        repair(number, "PUT_BACK");
        assertThat(play.task(number).getTaskDefinitionKey()).isEqualTo("handleCase");
        assertThat(play.column(number, "state")).isEqualTo("OPEN");
        assertThat(findings.openOf(number)).isEmpty();
        work.complete(number, CasePlay.SAM);
        assertThat(play.column(number, "outcome")).isEqualTo("COMPLETED");
    }

    @Test
    void aCaseWithATaskIsNotPutBack() throws Exception {
        CaseNumber number = stuck.failedStep("Has its task still");
        watch.look();
        assertThat(repair(number, "PUT_BACK").selectFirst(".banner.bad").text())
                .isEqualTo(number
                        + " The case has a task, so it need not be put back. Try the step again, or close the case.");
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(number.value())
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aFailedStepIsTriedAgain() throws Exception {
        CaseNumber number = stuck.failedStep("Tried again");
        watch.look();
        assertThat(repair(number, "RETRY").text()).contains("The step is being tried again.");
        assertThat(lineOf(number, "STEP_RETRIED")).isEqualTo("supervisor");
        play.runJobs(number);
        assertThat(play.timeline(number)).contains("STEP_OVER");
        assertThat(findings.openOf(number)).isEmpty();
    }

    @Test
    void allStepsAreTriedAgainByOneClick() throws Exception {
        CaseNumber one = stuck.failedStep("First of all steps");
        CaseNumber two = stuck.failedStep("Second of all steps");
        watch.look();
        assertThat(page(Locale.ENGLISH).select("#failedStep > form button").text())
                .matches("Try (both|all \\d+) again");
        mvc.perform(post("/stuck/all/FAILED_STEP")
                        .param("do", "RETRY")
                        .session(session)
                        .with(csrf())
                        .with(supervisor()))
                .andExpect(redirectedUrl("/stuck"));
        assertThat(List.of(one, two))
                .allSatisfy(number -> assertThat(findings.openOf(number)).isEmpty());
        play.runJobs(one);
        play.runJobs(two);
    }

    @Test
    void aSuspendedCaseGoesOn() throws Exception {
        CaseNumber number = play.opened("Suspended, and goes on");
        runtime.suspendProcessInstanceById(play.instance(number).getId());
        watch.look();
        repair(number, "ACTIVATE");
        work.complete(number, CasePlay.SAM);
        assertThat(lineOf(number, "ACTIVATED")).isEqualTo("supervisor");
    }

    @Test
    void aCaseIsClosedWithAReason() throws Exception {
        CaseNumber number = stuck.withoutTask("Close it with a reason");
        watch.look();
        Finding finding = findings.openOf(number).get(0);
        mvc.perform(post("/stuck/" + finding.id())
                        .param("do", "CLOSE")
                        .param("reason", "Settled by telephone")
                        .with(csrf())
                        .with(supervisor()))
                .andExpect(redirectedUrl("/stuck"));
        assertThat(play.column(number, "outcome")).isEqualTo("CANCELLED");
        assertThat(jdbc.sql("select note from case_event where case_number = :number and kind = 'CANCELLED'")
                        .param("number", number.value())
                        .query(String.class)
                        .single())
                .isEqualTo("Settled by telephone");
    }

    @Test
    void aProcessWithoutACaseIsEnded() throws Exception {
        String instance = stuck.processWithoutCase();
        watch.look();
        Finding finding = findings.open(StuckKind.PROCESS_WITHOUT_CASE).stream()
                .filter(found -> found.thing().equals(instance))
                .findFirst()
                .orElseThrow();
        mvc.perform(post("/stuck/" + finding.id())
                        .param("do", "CLOSE")
                        .with(csrf())
                        .with(supervisor()))
                .andExpect(redirectedUrl("/stuck"));
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
    }

    @Test
    void aMailInQuarantineIsTakenInAgain() throws Exception {
        long mail = stuck.mail("QUARANTINED", "1 minute");
        watch.look();
        Finding finding = findings.open(StuckKind.QUARANTINED_MAIL).stream()
                .filter(found -> found.thing().equals("" + mail))
                .findFirst()
                .orElseThrow();
        mvc.perform(post("/stuck/" + finding.id())
                        .param("do", "TAKE_IN")
                        .with(csrf())
                        .with(supervisor()))
                .andExpect(redirectedUrl("/stuck"));
        assertThat(jdbc.sql("select state from received_mail where id = :id")
                        .param("id", mail)
                        .query(String.class)
                        .single())
                .isEqualTo("RECEIVED");
    }

    @Test
    void whatIsOverNeedsNoRepair() throws Exception {
        mvc.perform(post("/stuck/999999999").param("do", "RETRY").with(csrf()).with(supervisor()))
                .andExpect(redirectedUrl("/stuck"));
    }

    @Test
    void thePageOfTheCaseSaysThatItIsStuckAndWhoCanHelp() throws Exception {
        CaseNumber number = stuck.withoutTask("Says that it is stuck");
        watch.look();
        Document agents = Jsoup.parse(mvc.perform(get("/cases/" + number)
                        .with(user("support-agent").authorities(AuthorityUtils.createAuthorityList("inbox-support")))
                        .locale(Locale.ENGLISH))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(agents.select(".banner.bad").text())
                .contains("The case has no task", "A supervisor can put this right on the page “Stuck”.");
        assertThat(agents.select(".event").text())
                .contains("The case is stuck: it had no task, and nothing would have brought it one");
        Document supervisors = Jsoup.parse(
                mvc.perform(get("/cases/" + number).with(supervisor()).locale(Locale.ENGLISH))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        assertThat(supervisors.select(".banner.bad a").attr("href")).isEqualTo("/stuck");
    }

    private Document repair(CaseNumber number, String repair) throws Exception {
        Finding finding = findings.openOf(number).get(0);
        mvc.perform(post("/stuck/" + finding.id())
                        .param("do", repair)
                        .session(session)
                        .with(csrf())
                        .with(supervisor()))
                .andExpect(redirectedUrl("/stuck"));
        return page(Locale.ENGLISH);
    }

    private Document page(Locale language) throws Exception {
        return Jsoup.parse(
                mvc.perform(get("/stuck").session(session).with(supervisor()).locale(language))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
    }

    private long escalations(CaseNumber number) {
        return management
                .createJobQuery()
                .processInstanceId(play.instance(number).getId())
                .activityId("escalationDue")
                .count();
    }

    private String lineOf(CaseNumber number, String kind) {
        return jdbc.sql("select actor from case_event where case_number = :number and kind = :kind")
                .param("number", number.value())
                .param("kind", kind)
                .query(String.class)
                .single();
    }

    private static RequestPostProcessor supervisor() {
        return user("supervisor").authorities(AuthorityUtils.createAuthorityList("supervisors"));
    }
}
