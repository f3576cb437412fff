package org.mailroom.cases.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mailroom.testing.CasePlay.FAY;
import static org.mailroom.testing.CasePlay.FINANCE;
import static org.mailroom.testing.CasePlay.SAM;
import static org.mailroom.testing.CasePlay.SUPPORT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.Agent;
import org.mailroom.cases.CaseMerging;
import org.mailroom.cases.CaseRefusal;
import org.mailroom.cases.CaseSending;
import org.mailroom.cases.Cases;
import org.mailroom.cases.Casework;
import org.mailroom.cases.Forwarding;
import org.mailroom.cases.Forwarding.DueType;
import org.mailroom.cases.Reply;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.EscalationRule;
import org.mailroom.inbox.EscalationRule.Action;
import org.mailroom.inbox.EscalationRules;
import org.mailroom.outbox.MailSent;
import org.mailroom.outbox.SendingFailed;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.PathCoverage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every path through {@code processes/case.bpmn}; how much of the model they take is measured. */
@MailroomTest
class CasePathTests {

    @Autowired
    RepositoryService models;

    @Autowired
    CasePlay play;

    @Autowired
    Cases cases;

    @Autowired
    Casework work;

    @Autowired
    CaseMerging merging;

    @Autowired
    CaseSending sending;

    @Autowired
    EscalationRules rules;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void init() {
        ProcessEngineTests.init(engine);
    }

    @AfterEach
    void noRulesAndTheRealTime() {
        ClockUtil.reset();
        rules.replace(SUPPORT, List.of());
        jdbc.sql("delete from mail_text").update();
        jdbc.sql("alter table outgoing_mail drop constraint if exists refused").update();
        jdbc.sql("update inbox set confirms = true, default_owner = null").update();
    }

    @AfterAll
    static void nearlyAllOfTheModelWasTaken(@Autowired PathCoverage coverage) {
        System.out.printf("Path coverage of case.bpmn: %.1f %%%n", 100 * coverage.share());
        assertThat(coverage.share()).as("missed: %s", coverage.missed()).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void aNewCaseIsConfirmedAnnouncedAndWaitsForItsMembers() {
        CaseNumber number = play.opened("The printer");

        assertThat(play.instance(number))
                .hasPassed("identifyContact", "route", "placeInInbox", "sendConfirmation", "notifyPeople")
                .hasPassed("confirmed")
                .isWaitingAt("handleCase", "escalationDue");
        assertThat(play.task(number))
                .isNotAssigned()
                .hasCandidateGroup("inbox-support")
                .hasFormKey(null);
        assertThat(play.task(number).getName()).isEqualTo(number + " The printer — Carla Customer");
        assertThat(play.task(number).getDueDate()).isNotNull();
        assertThat(play.timeline(number)).containsExactlyInAnyOrder("OPENED", "CONTACT_ADDED", "PEOPLE_NOTIFIED");
        assertThat(outgoing(number, "confirmation:")).hasSize(1);
        assertThat(outgoing(number, "notice:")).hasSize(1);
    }

    @Test
    void aSecondCaseOfACustomerFindsTheContactOfTheFirst() {
        String customer = CasePlay.newCustomer();
        CaseNumber first = play.arrived(CasePlay.mail(customer, "First"), true);
        play.runJobs(first);
        CaseNumber second = play.arrived(CasePlay.mail(customer.toUpperCase(java.util.Locale.ROOT), "Second"), true);
        play.runJobs(second);

        assertThat(play.column(second, "contact_id")).isEqualTo(play.column(first, "contact_id"));
        assertThat(play.timeline(second)).contains("CONTACT_RECOGNISED");
    }

    @Test
    void anInboxThatDoesNotConfirmSendsNoConfirmation() {
        jdbc.sql("update inbox set confirms = false where key = 'support'").update();

        CaseNumber number = play.opened("Silence");

        assertThat(play.instance(number)).hasNotPassed("sendConfirmation").hasPassed("confirmed");
        assertThat(outgoing(number, "confirmation:")).isEmpty();
    }

    @Test
    void aCaseThatAMachineOpenedIsNotConfirmedAndMakesNoContact() {
        CaseNumber number = play.arrived(CasePlay.mail(CasePlay.newCustomer(), "Newsletter"), false);
        play.runJobs(number);

        assertThat(outgoing(number, "confirmation:")).isEmpty();
        assertThat(play.column(number, "contact_id")).isNull();
        assertThat(play.timeline(number)).contains("CONFIRMATION_SUPPRESSED");
    }

    @Test
    void aCaseOfAnInboxWithADefaultOwnerIsHis() {
        jdbc.sql("update inbox set default_owner = 'support-agent' where key = 'support'")
                .update();

        CaseNumber number = play.opened("For Sam");

        assertThat(play.task(number)).isAssignedTo("support-agent");
        assertThat(play.timeline(number)).contains("ASSIGNED");
    }

    @Test
    void aCaseIsConfirmedAndAnnouncedAtTheMomentInWhichItIsThere() {
        CaseNumber number = play.arrived(CasePlay.mail(CasePlay.newCustomer(), "At once"), true);

        assertThat(outgoing(number, "confirmation:")).hasSize(1);
        assertThat(outgoing(number, "notice:")).hasSize(1);
    }

    @Test
    void aConfirmationThatLeftIsNoNewsForItsCase() {
        CaseNumber number = play.opened("Leaves");
        List<String> before = play.timeline(number);

        events.publishEvent(new MailSent(mailOf(number, "confirmation:"), number));

        assertThat(play.instance(number)).isWaitingAt("handleCase").hasNotPassed("mailNotSent");
        assertThat(play.timeline(number)).isEqualTo(before);
    }

    @Test
    void aMailThatCannotBeSentIsAnIncidentUntilItLeavesAndTheCaseIsWorkedMeanwhile() {
        CaseNumber number = play.opened("No way out");
        long mail = mailOf(number, "confirmation:");

        events.publishEvent(new SendingFailed(mail, number, "subject", "550 no such user", true));

        var incident = runtime.createIncidentQuery()
                .processInstanceId(play.instance(number).getId())
                .singleResult();
        assertThat(incident.getIncidentType()).isEqualTo("mailNotSent");
        assertThat(incident.getActivityId()).isEqualTo("mailSent");
        assertThat(incident.getConfiguration()).isEqualTo(Long.toString(mail));
        assertThat(incident.getIncidentMessage()).isEqualTo("subject: 550 no such user");
        work.claim(number, SAM);

        sending.sendAgain(mail, SAM);
        events.publishEvent(new MailSent(mail, number));

        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(play.instance(number).getId())
                        .count())
                .isZero();
        assertThat(play.timeline(number)).contains("SENDING_FAILED", "CLAIMED", "SEND_AGAIN", "SENT_AFTER_FAILURE");
    }

    @Test
    void aMailThatCannotBeSentIsALineOnTheTimelineOfACaseThatHasEnded() {
        CaseNumber number = play.opened("Over");
        long mail = mailOf(number, "confirmation:");
        work.cancel(number, SAM, "Sent by mistake");
        assertThat(play.ended(number)).isTrue();

        events.publishEvent(new SendingFailed(mail, number, "subject", "550 no such user", true));
        events.publishEvent(new MailSent(mail, number));

        assertThat(play.timeline(number)).endsWith("CANCELLED", "SENDING_FAILED");
    }

    /** As the shipped one did before, and as an analyst may want it. */
    @Test
    void aModelThatWaitsForEachMailGoesOnWhenItLeft() throws IOException {
        String model = Files.readString(Path.of("processes", "case.bpmn"))
                .replace(
                        "<sequenceFlow id=\"sendConfirmation_to_confirmed\" sourceRef=\"sendConfirmation\" targetRef=\"confirmed\"/>",
                        """
                        <intermediateCatchEvent id="confirmationSent"><messageEventDefinition messageRef="MailSent"/>
                        </intermediateCatchEvent>
                        <sequenceFlow id="out" sourceRef="sendConfirmation" targetRef="confirmationSent"/>
                        <sequenceFlow id="sendConfirmation_to_confirmed" sourceRef="confirmationSent" targetRef="confirmed"/>
                        """)
                .replace("<outgoing>sendConfirmation_to_confirmed</outgoing>", "<outgoing>out</outgoing>");
        String deployment =
                models.createDeployment().addString("case.bpmn", model).deploy().getId();
        try {
            CaseNumber number = play.opened("Waits");
            assertThat(play.instance(number)).isWaitingAt("handleCase", "confirmationSent");
            long mail = mailOf(number, "confirmation:");

            events.publishEvent(new SendingFailed(mail, number, "subject", "451 later", false));
            assertThat(incidents(number)).isEqualTo(1);
            events.publishEvent(new MailSent(mail, number));

            assertThat(play.instance(number))
                    .hasPassed("confirmationSent", "confirmed")
                    .hasNotPassed("mailNotSent");
            assertThat(incidents(number)).isZero();
        } finally {
            models.deleteDeployment(deployment, true);
        }
    }

    @Test
    void aMailThatFailsOnceMoreIsStillOneIncidentWithTheNewestWords() {
        CaseNumber number = play.opened("No way out twice");
        long mail = mailOf(number, "confirmation:");
        events.publishEvent(new SendingFailed(mail, number, "subject", "451 later", false));

        events.publishEvent(new SendingFailed(mail, number, "subject", "550 never", true));

        assertThat(runtime.createIncidentQuery()
                        .processInstanceId(play.instance(number).getId())
                        .list())
                .extracting(Incident::getIncidentMessage)
                .containsExactly("subject: 550 never");
    }

    @Test
    void aCaseThatIsRoutedToAnInboxThatIsNotThereStaysWhereItCameInAndSaysSo() throws IOException {
        String table = Files.readString(Path.of("processes", "routing.dmn"))
                .replace(
                        "<text>addressed</text>",
                        "<text>if subject = \"To nowhere\" then \"nowhere\" else addressed</text>");
        String deployment = models.createDeployment()
                .addString("routing.dmn", table)
                .deploy()
                .getId();
        try {
            CaseNumber number = play.opened("To nowhere");

            assertThat(play.column(number, "inbox_key")).isEqualTo("support");
            assertThat(play.task(number)).hasCandidateGroup("inbox-support");
            assertThat(play.timeline(number)).contains("MISROUTED");
        } finally {
            models.deleteDeployment(deployment, true);
        }
    }

    @Test
    void aForwardedCaseIsUnownedInTheOtherInboxAndDueWhenTheAgentSaid() {
        CaseNumber number = play.opened("An invoice");
        Instant due = Instant.now().plus(3, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS);

        work.forward(number, SAM, new Forwarding(FINANCE, DueType.DATE, due, "Please check the sum"));

        assertThat(play.task(number)).isNotAssigned().hasCandidateGroup("inbox-finance");
        assertThat(play.task(number).getDueDate().toInstant()).isEqualTo(due);
        assertThat(play.column(number, "inbox_key")).isEqualTo("finance");
        assertThat(play.timeline(number)).endsWith("CLAIMED", "FORWARDED", "DUE_CHANGED", "PEOPLE_NOTIFIED");
        assertThat(note(number, "FORWARDED")).isEqualTo("Please check the sum");
        work.claim(number, FAY);
        assertThat(play.task(number)).isAssignedTo("finance-agent");
    }

    @Test
    void aForwardedCaseCanKeepItsDueDateOrTakeTheTargetOfTheOtherInbox() {
        CaseNumber number = play.opened("Keeps its date");
        var before = play.task(number).getDueDate();
        work.forward(number, SAM, new Forwarding(FINANCE, DueType.KEEP, null, ""));
        assertThat(play.task(number).getDueDate()).isEqualTo(before);

        play.wait(Duration.ofHours(1));
        work.forward(number, FAY, new Forwarding(SUPPORT, DueType.TARGET, null, ""));
        assertThat(play.task(number).getDueDate()).isAfter(before);
    }

    @Test
    void whoeverChangesHisMindAboutForwardingIsBackWhereHeWas() {
        CaseNumber number = play.opened("To and fro");
        work.claim(number, SAM);

        tasks.complete(play.task(number).getId(), Map.of("outcome", "forward"));
        assertThat(play.task(number)).hasDefinitionKey("forwardCase").isAssignedTo("support-agent");
        assertThat(tasks.getVariable(play.task(number).getId(), "inboxes").toString())
                .contains("finance")
                .doesNotContain("support");
        tasks.complete(play.task(number).getId(), Map.of("decision", "back"));

        assertThat(play.task(number)).hasDefinitionKey("handleCase").isAssignedTo("support-agent");
    }

    @Test
    void anAgentWhoWasChoosingAnInboxCanStillComplete() {
        CaseNumber number = play.opened("Changed my mind");
        work.claim(number, SAM);
        tasks.complete(play.task(number).getId(), Map.of("outcome", "forward"));

        work.complete(number, SAM);

        assertThat(play.column(number, "outcome")).isEqualTo("COMPLETED");
    }

    @Test
    void aForwardingThatCannotBeIsRefusedAndChangesNothing() {
        CaseNumber number = play.opened("Nowhere");
        var yesterday = Instant.now().minus(1, ChronoUnit.DAYS);

        assertRefused(
                CaseRefusal.Reason.SAME_INBOX,
                () -> work.forward(number, SAM, new Forwarding(SUPPORT, DueType.KEEP, null, "")));
        assertRefused(
                CaseRefusal.Reason.PAST_DATE,
                () -> work.forward(number, SAM, new Forwarding(FINANCE, DueType.DATE, yesterday, "")));
        assertRefused(
                CaseRefusal.Reason.NO_SUCH_INBOX,
                () -> work.forward(
                        number, SAM, new Forwarding(new org.mailroom.inbox.InboxKey("attic"), DueType.KEEP, null, "")));

        assertRefused(
                CaseRefusal.Reason.TOO_LONG,
                () -> work.forward(number, SAM, new Forwarding(FINANCE, DueType.KEEP, null, "x".repeat(4_001))));

        assertThat(play.task(number)).hasDefinitionKey("handleCase").isNotAssigned();
        assertThat(play.timeline(number)).doesNotContain("FORWARDED", "CLAIMED");
    }

    @Test
    void aVerbThatComesWhileAnotherIsAtWorkIsDoneAfterIt() {
        CaseNumber number = play.opened("In a hurry");
        CompletableFuture<Void> second =
                whileWaitedFor(() -> work.claim(number, SAM), () -> work.complete(number, SAM));

        second.join();
        assertThat(play.column(number, "state")).isEqualTo("CLOSED");
        assertThat(play.timeline(number).stream().filter("CLAIMED"::equals)).hasSize(1);
    }

    @Test
    void aVerbThatComesWhileItsCaseHearsOfAMailIsDoneAfterIt() {
        CaseNumber number = play.opened("Just confirmed");
        MailSent confirmed = new MailSent(mailOf(number, "confirmation:"), number);
        CompletableFuture<Void> verb =
                whileWaitedFor(() -> events.publishEvent(confirmed), () -> work.complete(number, SAM));

        verb.join();
        assertThat(play.column(number, "state")).isEqualTo("CLOSED");
    }

    @Test
    void aVerbThatMeetsAJobOfItsCaseIsRefusedAndCanBeDoneAgain() {
        CaseNumber number = play.opened("Still at work");
        play.followUp(number, false);
        CompletableFuture<Void> verb =
                whileWaitedFor(() -> runNextJob(number), () -> work.cancel(number, SAM, "Not needed"));

        assertRefused(CaseRefusal.Reason.BUSY, verb::join);
        work.cancel(number, SAM, "Not needed");
        assertThat(play.column(number, "state")).isEqualTo("CLOSED");
    }

    /** Does one thing, but does not commit it before the other, which was begun meanwhile, has to wait for it. */
    private CompletableFuture<Void> whileWaitedFor(Runnable first, Runnable second) {
        return transaction.execute(status -> {
            first.run();
            CompletableFuture<Void> begun = CompletableFuture.runAsync(second);
            await().until(() -> begun.isDone() || somebodyWaits());
            return begun;
        });
    }

    private void runNextJob(CaseNumber number) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(play.instance(number).getId())
                .executable()
                .list()
                .get(0)
                .getId());
    }

    private boolean somebodyWaits() {
        return jdbc.sql(
                                """
                                select count(*) from pg_stat_activity
                                where datname = current_database() and wait_event_type = 'Lock'
                                """)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void ofTwoWhoClaimAtTheSameTimeOneWinsAndTheOtherReadsWhoItIs() throws Exception {
        Agent sue = new Agent("supervisor", Set.of(), true);
        ExecutorService two = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 10; round++) {
            CaseNumber number = play.opened("Both want it");
            List<Future<String>> claims = two.invokeAll(List.of(() -> claim(number, SAM), () -> claim(number, sue)));

            String owner = play.task(number).getAssignee();
            List<String> said = List.of(claims.get(0).get(), claims.get(1).get());
            assertThat(said).containsExactlyInAnyOrder("mine", "OWNED_BY_OTHER: " + owner);
            assertThat(play.timeline(number).stream().filter("CLAIMED"::equals)).hasSize(1);
        }
        two.shutdown();
    }

    private String claim(CaseNumber number, Agent agent) {
        try {
            work.claim(number, agent);
            return "mine";
        } catch (CaseRefusal refused) {
            return refused.getMessage();
        }
    }

    @Test
    void aWaitingCaseComesBackWhenTheCustomerRepliesAndItsClockStoodStill() {
        CaseNumber number = play.opened("Which model?");
        Instant due = play.task(number).getDueDate().toInstant();
        work.waitForReply(number, SAM, null);
        assertThat(play.instance(number)).isWaitingAt("waiting");
        assertThat(play.column(number, "state")).isEqualTo("WAITING");

        play.wait(Duration.ofHours(5));
        play.followUp(number, false);
        play.runJobs(number);

        assertThat(play.task(number)).hasDefinitionKey("handleCase").isAssignedTo("support-agent");
        assertThat(play.task(number).getDueDate().toInstant())
                .isBetween(due.plus(299, ChronoUnit.MINUTES), due.plus(301, ChronoUnit.MINUTES));
        assertThat(play.timeline(number)).endsWith("WAITING", "CUSTOMER_REPLIED", "RESUMED");
        assertThat(outgoing(number, "notice:" + number + ":reply:")).hasSize(1);
    }

    @Test
    void aWaitingCaseComesBackOnItsDate() {
        CaseNumber number = play.opened("Next week");
        work.waitForReply(number, SAM, Instant.now().plus(7, ChronoUnit.DAYS));

        play.wait(Duration.ofDays(6));
        play.runJobs(number);
        assertThat(play.task(number)).isNull();
        play.wait(Duration.ofDays(2));
        play.runJobs(number);

        assertThat(play.task(number)).hasDefinitionKey("handleCase").isAssignedTo("support-agent");
    }

    @Test
    void anAgentWhoCompletesAWaitingCaseTakesItUpFirst() {
        CaseNumber number = play.opened("Done after all");
        work.waitForReply(number, SAM, null);

        work.complete(number, SAM);

        assertThat(play.timeline(number)).endsWith("WAITING", "RESUMED", "COMPLETED");
    }

    @Test
    void anAutomaticMailIsFiledAndWakesNobody() {
        CaseNumber number = play.opened("Out of office");
        work.waitForReply(number, SAM, null);

        play.followUp(number, true);
        play.runJobs(number);

        assertThat(play.column(number, "state")).isEqualTo("WAITING");
        assertThat(play.timeline(number)).endsWith("WAITING", "AUTOMATIC_MAIL_FILED");
    }

    @Test
    void aWaitThatEndsInThePastIsRefused() {
        CaseNumber number = play.opened("Yesterday");
        work.claim(number, SAM);

        String task = play.task(number).getId();
        assertRefused(
                CaseRefusal.Reason.PAST_DATE,
                () -> tasks.complete(task, Map.of("outcome", "wait", "waitUntil", "2020-01-01T00:00:00Z")));
        assertRefused(
                CaseRefusal.Reason.NOT_A_DATE,
                () -> tasks.complete(task, Map.of("outcome", "wait", "waitUntil", "next Tuesday")));

        assertThat(play.column(number, "state")).isEqualTo("OPEN");
    }

    @Test
    void aReplyIsSentInItsThread() {
        CaseNumber number = play.opened("Please answer");

        work.reply(number, SAM, new Reply("Turn it off and on again.", List.of()));

        assertThat(play.instance(number)).isWaitingAt("handleCase").hasPassed("sendReply", "answered");
        assertThat(outgoing(number, "reply:")).hasSize(1);
        assertThat(play.task(number)).isAssignedTo("support-agent");
    }

    @Test
    void aCompletedCaseIsSummedUpAndEndsWhenItsReopenWindowIsOver() {
        CaseNumber number = play.opened("All good");
        work.reply(number, SAM, new Reply("Here you are.", List.of()));

        work.complete(number, SAM);
        play.runJobs(number);

        assertThat(play.task(number)).isNull();
        assertThat(play.column(number, "state")).isEqualTo("CLOSED");
        assertThat(outgoing(number, "summary:")).hasSize(1);
        assertThat(play.instance(number)).isWaitingAt("closed").hasPassed("sendSummary", "summarised");
        play.wait(Duration.ofDays(15));
        play.runJobs(number);
        assertThat(play.ended(number)).isTrue();
    }

    @Test
    void anInboxThatDoesNotSumUpSendsNoSummary() {
        CaseNumber number = play.opened("No summary");
        work.forward(number, SAM, new Forwarding(FINANCE, DueType.KEEP, null, ""));

        work.complete(number, FAY);
        play.runJobs(number);

        assertThat(outgoing(number, "summary:")).isEmpty();
        assertThat(play.instance(number)).isWaitingAt("closed").hasPassed("summarised");
    }

    @Test
    void aReplyWithinTheWindowReopensTheCaseForItsOwner() {
        CaseNumber number = play.opened("Again");
        work.complete(number, SAM);
        play.wait(Duration.ofDays(3));

        assertThat(play.followUp(number, false)).isEqualTo(number);
        play.runJobs(number);

        assertThat(play.task(number)).hasDefinitionKey("handleCase").isAssignedTo("support-agent");
        assertThat(play.column(number, "state")).isEqualTo("OPEN");
        assertThat(play.column(number, "outcome")).isNull();
        assertThat(play.timeline(number)).endsWith("COMPLETED", "CUSTOMER_REPLIED", "REOPENED");
    }

    @Test
    void aReplyAfterTheWindowOpensANewCaseThatGoesOnFromTheOldOne() {
        CaseNumber number = play.opened("Too late");
        work.complete(number, SAM);
        play.wait(Duration.ofDays(15));
        play.runJobs(number);

        CaseNumber next = play.followUp(number, false);

        assertThat(next).isNotEqualTo(number);
        assertThat(play.column(next, "continues")).isEqualTo(number.value());
        assertThat(play.timeline(next)).startsWith("OPENED", "CONTINUES");
    }

    @Test
    void aCaseCanBeCancelledWhereverItIs() {
        CaseNumber inHand = play.opened("Cancelled in hand");
        CaseNumber choosing = play.opened("Cancelled while choosing");
        work.claim(choosing, SAM);
        tasks.complete(play.task(choosing).getId(), Map.of("outcome", "forward"));
        CaseNumber waiting = play.opened("Cancelled while waiting");
        work.waitForReply(waiting, SAM, null);
        CaseNumber fresh = play.arrived(CasePlay.mail(CasePlay.newCustomer(), "Cancelled at once"), true);

        for (CaseNumber number : List.of(inHand, choosing, waiting, fresh)) {
            work.cancel(number, SAM, "Spam");

            assertThat(play.ended(number)).isTrue();
            assertThat(play.column(number, "outcome")).isEqualTo("CANCELLED");
            assertThat(play.timeline(number)).endsWith("CANCELLED");
            assertThat(note(number, "CANCELLED")).isEqualTo("Spam");
        }
        assertRefused(CaseRefusal.Reason.CLOSED, () -> work.cancel(inHand, SAM, ""));
    }

    @Test
    void aCaseCanBeMergedWhereverItIs() {
        CaseNumber into = play.opened("Takes all");
        CaseNumber inHand = play.opened("Merged in hand");
        CaseNumber waiting = play.opened("Merged while waiting");
        work.waitForReply(waiting, SAM, null);
        CaseNumber fresh = play.arrived(CasePlay.mail(CasePlay.newCustomer(), "Merged at once"), true);

        for (CaseNumber number : List.of(inHand, waiting, fresh)) {
            merging.merge(number, SAM, into);

            assertThat(play.ended(number)).isTrue();
            assertThat(play.column(number, "merged_into")).isEqualTo(into.value());
            assertThat(play.timeline(number)).endsWith("MERGED_INTO");
        }
        assertThat(play.task(into)).isNotNull();
    }

    @Test
    void escalationComesLevelByLevelAsTheRulesSay() {
        rules.replace(
                SUPPORT,
                List.of(
                        new EscalationRule(1, Duration.ofHours(-2), Action.NOTIFY, null),
                        new EscalationRule(2, Duration.ZERO, Action.RAISE_PRIORITY, null),
                        new EscalationRule(3, Duration.ofHours(4), Action.REASSIGN, "supervisor")));
        CaseNumber number = play.opened("Slow");

        play.wait(Duration.ofHours(23));
        play.runJobs(number);
        assertThat(outgoing(number, "notice:" + number + ":escalation:1")).hasSize(1);
        assertThat(play.task(number)).isNotAssigned();
        play.wait(Duration.ofHours(2));
        play.runJobs(number);
        assertThat(play.task(number).getPriority()).isEqualTo(75);
        play.wait(Duration.ofHours(4));
        play.runJobs(number);

        assertThat(play.task(number)).isAssignedTo("supervisor");
        assertThat(play.column(number, "priority")).isEqualTo(75);
        assertThat(play.timeline(number).stream().filter("ESCALATED"::equals)).hasSize(3);
        play.wait(Duration.ofDays(30));
        play.runJobs(number);
        assertThat(play.timeline(number).stream().filter("ESCALATED"::equals)).hasSize(3);
    }

    @Test
    void aRuleThatChangesTimesTheRunningCasesAnew() {
        CaseNumber number = play.opened("Rules change");

        rules.replace(SUPPORT, List.of(new EscalationRule(1, Duration.ofHours(-23), Action.RAISE_PRIORITY, null)));
        cases.retimeEscalations(SUPPORT, "admin");

        assertThat(play.timeline(number)).endsWith("ESCALATION_TIMED");
        play.wait(Duration.ofMinutes(61));
        play.runJobs(number);
        assertThat(play.task(number).getPriority()).isEqualTo(75);
    }

    @Test
    void aDueDateThatIsChangedInTasklistTimesTheEscalationAnew() {
        rules.replace(SUPPORT, List.of(new EscalationRule(1, Duration.ZERO, Action.RAISE_PRIORITY, null)));
        CaseNumber number = play.opened("Sooner");

        tasks.setDueDate(
                play.task(number).getId(), java.util.Date.from(Instant.now().plus(1, ChronoUnit.HOURS)));

        assertThat(play.timeline(number)).endsWith("DUE_CHANGED", "ESCALATION_TIMED");
        play.wait(Duration.ofMinutes(61));
        play.runJobs(number);
        assertThat(play.task(number).getPriority()).isEqualTo(75);
    }

    @Test
    void aServiceTaskThatFailsIsTriedAgainThenShownAndTheCaseIsWorkedMeanwhile() {
        CaseNumber number = play.opened("Fails");
        jdbc.sql("alter table outgoing_mail add constraint refused check (kind <> 'NOTICE') not valid")
                .update();
        play.followUp(number, false);
        for (int attempt = 0; attempt < 20 && incidents(number) == 0; attempt++) {
            runOneJobOf(number);
        }
        assertThat(incidents(number)).isEqualTo(1);
        work.claim(number, SAM);

        jdbc.sql("alter table outgoing_mail drop constraint refused").update();
        String failed = management
                .createJobQuery()
                .processInstanceId(play.instance(number).getId())
                .noRetriesLeft()
                .singleResult()
                .getId();
        management.setJobRetries(failed, 1);
        play.wait(Duration.ofHours(1));
        play.runJobs(number);

        assertThat(incidents(number)).isZero();
        assertThat(outgoing(number, "notice:" + number + ":reply:")).hasSize(1);
    }

    @Test
    void aTextThatCannotBeUsedKeepsNoCaseFromBeingConfirmedAndTheTimelineSaysWhy() {
        jdbc.sql("insert into mail_text values ('support', 'CONFIRMATION', 'Hello', 'Dear {{no.such.tag}}')")
                .update();

        CaseNumber number = play.opened("Broken text");

        assertThat(outgoing(number, "confirmation:")).hasSize(1);
        assertThat(play.timeline(number)).contains("TEXT_UNUSABLE");
        assertThat(jdbc.sql("select note from case_event where case_number = :number and kind = 'TEXT_UNUSABLE'")
                        .param("number", number.value())
                        .query(String.class)
                        .single())
                .contains("{{no.such.tag}}");
    }

    private void runOneJobOf(CaseNumber number) {
        play.wait(Duration.ofMinutes(10));
        management
                .createJobQuery()
                .processInstanceId(play.instance(number).getId())
                .executable()
                .withRetriesLeft()
                .list()
                .stream()
                .findFirst()
                .ifPresent(job -> {
                    try {
                        management.executeJob(job.getId());
                    } catch (RuntimeException expected) {
                        assertThat(expected).hasStackTraceContaining("refused");
                    }
                });
    }

    private long incidents(CaseNumber number) {
        return runtime.createIncidentQuery()
                .processInstanceId(play.instance(number).getId())
                .count();
    }

    private List<Long> outgoing(CaseNumber number, String cause) {
        return jdbc.sql("select id from outgoing_mail where case_number = :number and cause like :cause || '%'")
                .param("number", number.value())
                .param("cause", cause)
                .query(Long.class)
                .list();
    }

    private long mailOf(CaseNumber number, String cause) {
        return outgoing(number, cause).get(0);
    }

    private String note(CaseNumber number, String kind) {
        return jdbc.sql("select note from case_event where case_number = :number and kind = :kind")
                .param("number", number.value())
                .param("kind", kind)
                .query(String.class)
                .single();
    }

    private static void assertRefused(CaseRefusal.Reason reason, Runnable verb) {
        assertThatThrownBy(verb::run)
                .satisfies(thrown -> assertThat(rootRefusal(thrown).reason()).isEqualTo(reason));
    }

    private static CaseRefusal rootRefusal(Throwable thrown) {
        Throwable at = thrown;
        while (!(at instanceof CaseRefusal) && at.getCause() != null) {
            at = at.getCause();
        }
        assertThat(at).isInstanceOf(CaseRefusal.class);
        return (CaseRefusal) at;
    }
}
