package org.mailroom.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mailroom.testing.CasePlay.FAY;
import static org.mailroom.testing.CasePlay.FINANCE;
import static org.mailroom.testing.CasePlay.SAM;
import static org.mailroom.testing.CasePlay.SUPPORT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.Forwarding.DueType;
import org.mailroom.cases.WrongAnswer.Problem;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.EscalationRule;
import org.mailroom.inbox.EscalationRule.Action;
import org.mailroom.inbox.EscalationRules;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.CaseVariant;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The verbs of agents on models and forms that analysts changed. */
@MailroomTest
class TaskWorkTests {

    private static final Agent SUE = new Agent("supervisor", Set.of(), true);
    private static final Agent LEE = new Agent("lee-lawyer", Set.of(), false, Set.of("lawyers"));

    private static final String APPROVAL =
            """
            {"type":"checkbox","label":"Approve","key":"approve"},
            {"type":"number","label":"Amount","key":"amount","validate":{"required":true,"min":1,"max":500}}
            """;

    @Autowired
    CasePlay play;

    @Autowired
    Casework casework;

    @Autowired
    TaskWork work;

    @Autowired
    WorkOfCase at;

    @Autowired
    CaseFiles files;

    @Autowired
    TaskService tasks;

    @Autowired
    EscalationRules rules;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    IdentityService identities;

    @Autowired
    People people;

    CaseVariant model;

    @BeforeEach
    void shipped() {
        model = new CaseVariant(repository, jdbc);
        if (identities.createGroupQuery().groupId("lawyers").count() == 0) {
            identities.saveGroup(identities.newGroup("lawyers"));
        }
        people.addIfMissing(new Person(LEE.id(), "Lee Lawyer", null, Set.of()), "a password of twelve");
        people.join(LEE.id(), "lawyers");
    }

    @AfterEach
    void tidyUp() {
        model.close();
        ClockUtil.reset();
        rules.replace(SUPPORT, List.of());
        people.leave(LEE.id(), "lawyers");
        identities.deleteGroup("lawyers");
    }

    @Test
    void noVerbOfTheCasePassesAnApproval() {
        model.form("approveRefund", APPROVAL)
                .approvalBeforeClosing("supervisors", "approveRefund")
                .deploy();
        CaseNumber number = play.opened("Not past the approval");
        casework.complete(number, SAM);

        assertThat(play.task(number).getTaskDefinitionKey()).isEqualTo("approve");
        assertRefused(Reason.AT_OTHER_TASK, "Approve the refund", () -> casework.complete(number, SAM));
        assertRefused(Reason.AT_OTHER_TASK, "Approve the refund", () -> casework.waitForReply(number, SAM, null));
        assertRefused(Reason.AT_OTHER_TASK, "Approve the refund", () -> casework.forward(number, SAM, toFinance()));
        assertThat(play.column(number, "state")).isEqualTo("OPEN");
        assertThat(play.column(number, "owner")).isEqualTo(SAM.id());
        assertThat(line(number, "TASK_DONE"))
                .containsEntry("actor", SAM.id())
                .containsEntry("note", "complete → Approve the refund");
    }

    @Test
    void whoeverTheTaskWaitsForAnswersItAndTheTimelineSaysWhat() {
        model.form("approveRefund", APPROVAL)
                .approvalBeforeClosing("supervisors", "approveRefund")
                .deploy();
        CaseNumber number = play.opened("Approve me");
        casework.complete(number, SAM);
        String task = play.task(number).getId();

        assertRefused(Reason.NOT_YOUR_TASK, "Approve the refund", () -> work.claim(number, SAM, task));
        assertRefused(
                Reason.NOT_YOUR_TASK,
                "Approve the refund",
                () -> work.answer(number, SAM, task, Map.of("approve", true, "amount", 120)));
        work.claim(number, SUE, task);
        work.answer(number, SUE, task, Map.of("approve", true, "amount", 120));

        assertThat(play.column(number, "state")).isEqualTo("CLOSED");
        assertThat(line(number, "TASK_DONE"))
                .containsEntry("actor", "supervisor")
                .containsEntry("new_value", "Approve the refund")
                .containsEntry("note", "Approve: yes; Amount: 120");
        assertThat(line(number, "TASK_CLAIMED")).containsEntry("old_value", "Approve the refund");
        assertRefused(Reason.TASK_GONE, "", () -> work.claim(number, SUE, task));
    }

    @Test
    void whatWasCompletedInTasklistStandsOnTheTimelineToo() {
        model.form("approveRefund", APPROVAL)
                .approvalBeforeClosing("supervisors", "approveRefund")
                .deploy();
        CaseNumber number = play.opened("Approved elsewhere");
        casework.complete(number, SAM);

        tasks.complete(play.task(number).getId(), Map.of("approve", false, "amount", 7L));

        assertThat(line(number, "TASK_DONE")).containsEntry("note", "Approve: no; Amount: 7");
        assertThat(play.timeline(number)).filteredOn("TASK_DONE"::equals).hasSize(2);
    }

    @Test
    void eachWrongAnswerIsNamedAndNothingHappens() {
        model.form("approveRefund", APPROVAL)
                .approvalBeforeClosing("supervisors", "approveRefund")
                .deploy();
        CaseNumber number = play.opened("Answered wrongly");
        casework.complete(number, SAM);
        String task = play.task(number).getId();

        assertWrong(Map.of("approve", true), number, task, "amount", Problem.REQUIRED);
        assertWrong(Map.of("amount", 0), number, task, "amount", Problem.TOO_SMALL);
        assertWrong(Map.of("amount", "501"), number, task, "amount", Problem.TOO_LARGE);
        assertWrong(Map.of("amount", "many"), number, task, "amount", Problem.NOT_A_NUMBER);
        assertWrong(Map.of("amount", List.of(1)), number, task, "amount", Problem.NOT_PLAIN);
        assertWrong(Map.of("amount", 1, "owner", "me"), number, task, "owner", Problem.UNKNOWN);
        assertThat(play.task(number).getId()).isEqualTo(task);
        assertThat(play.task(number).getAssignee()).isNull();
    }

    @Test
    void waitIsRefusedIfTheModelHasNoPathForIt() {
        model.change(
                        "case.bpmn",
                        "${outcome == 'wait'}",
                        "${outcome == 'wait' and caseFacts.priority(execution) > 1000}")
                .deploy();
        CaseNumber number = play.opened("No way to wait");

        assertRefused(Reason.NO_PATH, "wait", () -> casework.waitForReply(number, SAM, null));

        assertThat(play.column(number, "state")).isEqualTo("OPEN");
        assertThat(play.task(number).getTaskDefinitionKey()).isEqualTo("handleCase");
        assertThat(play.timeline(number)).doesNotContain("COMPLETED", "CLAIMED");
    }

    @Test
    void forwardIsRefusedIfTheModelDoesNotAskForTheInbox() {
        model.change(
                        "case.bpmn",
                        "<conditionExpression xsi:type=\"tFormalExpression\">${outcome == 'forward'}",
                        "<conditionExpression xsi:type=\"tFormalExpression\">"
                                + "${outcome == 'forward' and caseFacts.priority(execution) > 1000}")
                .deploy();
        CaseNumber number = play.opened("No way to forward");

        assertRefused(Reason.NO_PATH, "forward", () -> casework.forward(number, SAM, toFinance()));

        assertThat(play.column(number, "state")).isEqualTo("OPEN");
        assertThat(play.task(number).getTaskDefinitionKey()).isEqualTo("handleCase");
    }

    @Test
    void completeIsRefusedIfTheModelLeadsBack() {
        model.change(
                        "case.bpmn",
                        "sourceRef=\"outcome\" targetRef=\"completeCase\"",
                        "sourceRef=\"outcome\" targetRef=\"workCase\"")
                .deploy();
        CaseNumber number = play.opened("No way to complete");

        assertRefused(Reason.NO_PATH, "complete", () -> casework.complete(number, SAM));

        assertThat(play.column(number, "state")).isEqualTo("OPEN");
    }

    @Test
    void anOutcomeThatTheFormDoesNotOfferIsRefused() {
        model.change("handleCase.form", "\"value\": \"wait\"", "\"value\": \"pause\"")
                .deploy();
        CaseNumber number = play.opened("No waiting here");

        assertRefused(Reason.NOT_OFFERED, "wait", () -> casework.waitForReply(number, SAM, null));

        assertThat(at.of(number, SAM).outcomes())
                .extracting(CaseWork.Outcome::value)
                .containsExactly("complete", "pause", "forward");
    }

    @Test
    void anOutcomeThatAnalystsAddedIsOfferedAndAnswered() {
        model.change(
                        "handleCase.form",
                        "{ \"label\": \"Wait:",
                        "{ \"label\": \"Escalate to a lawyer\", \"value\": \"lawyer\" }, { \"label\": \"Wait:")
                .deploy();
        CaseNumber number = play.opened("To a lawyer");
        assertThat(at.of(number, SAM).outcomes())
                .contains(new CaseWork.Outcome("lawyer", "Escalate to a lawyer", true));

        work.answer(number, SAM, play.task(number).getId(), Map.of("outcome", "lawyer"));

        assertThat(line(number, "TASK_DONE"))
                .containsEntry("actor", SAM.id())
                .containsEntry("note", "How does it go on? Escalate to a lawyer");
    }

    @Test
    void aVerbIsRefusedIfTheFormAsksForMoreAndNamesTheField() {
        askAlso("{\"type\":\"textfield\",\"label\":\"Order number\",\"key\":\"order\","
                + "\"validate\":{\"required\":true,\"pattern\":\"^[0-9]+$\"}}");
        CaseNumber number = play.opened("More than an outcome");

        assertRefused(Reason.WRONG_ANSWERS, "Order number", () -> casework.complete(number, SAM));
        assertRefused(Reason.WRONG_ANSWERS, "Order number", () -> casework.waitForReply(number, SAM, null));
        assertRefused(Reason.WRONG_ANSWERS, "Order number", () -> casework.forward(number, SAM, toFinance()));
        assertThat(play.column(number, "owner")).isNull();

        String task = play.task(number).getId();
        assertWrong(Map.of("outcome", "complete", "order", "x"), number, task, "order", Problem.PATTERN);
        work.answer(number, SAM, task, Map.of("outcome", "complete", "order", "4711"));
        assertThat(play.column(number, "state")).isEqualTo("CLOSED");
        assertThat(line(number, "TASK_DONE")).containsEntry("note", "Order number: 4711");
    }

    @Test
    void aFieldThatAnotherAnswerHidesIsNotAskedFor() {
        askAlso("{\"type\":\"textfield\",\"label\":\"Why\",\"key\":\"why\",\"validate\":{\"required\":true},"
                + "\"conditional\":{\"hide\":\"=outcome != \\\"wait\\\"\"}}");
        CaseNumber number = play.opened("Hidden");

        assertRefused(Reason.WRONG_ANSWERS, "Why", () -> casework.waitForReply(number, SAM, null));
        casework.complete(number, SAM);

        assertThat(play.column(number, "state")).isEqualTo("CLOSED");
    }

    @Test
    void theFormOfTheOtherInboxMayAskForMoreToo() {
        model.change(
                        "forwardCase.form",
                        "\"components\": [",
                        "\"components\": [{\"type\":\"textfield\",\"label\":\"Ticket\",\"key\":\"ticket\","
                                + "\"validate\":{\"required\":true}},")
                .deploy();
        CaseNumber number = play.opened("Forwarding asks for more");

        assertRefused(Reason.WRONG_ANSWERS, "Ticket", () -> casework.forward(number, SAM, toFinance()));

        assertThat(play.column(number, "inbox_key")).isEqualTo("support");
        assertThat(at.of(number, SAM).outcomes())
                .filteredOn(outcome -> !outcome.alone())
                .extracting(CaseWork.Outcome::value)
                .containsExactly("forward");
    }

    @Test
    void aModelThatFailsAfterTheAnswerIsARefusal() {
        model.change("case.bpmn", "${outcome == 'wait'}", "${outcome.nothing() == 'x' or outcome == 'wait'}")
                .deploy();
        CaseNumber number = play.opened("The next step fails");

        assertRefused(Reason.MODEL_FAILED, "", () -> casework.complete(number, SAM));

        assertThat(play.column(number, "state")).isEqualTo("OPEN");
        assertThat(play.column(number, "owner")).isNull();
    }

    @Test
    void theOutcomesOfTheShippedFormAreNotToldTwice() {
        CaseNumber number = play.opened("Told once");
        casework.waitForReply(number, SAM, null);
        casework.forward(number, SAM, toFinance());
        casework.complete(number, FAY);

        assertThat(play.timeline(number))
                .contains("WAITING", "FORWARDED", "COMPLETED")
                .doesNotContain("TASK_DONE");
    }

    @Test
    void severalTasksAtOnceAreEachShownAndDone() {
        model.form("approveRefund", APPROVAL)
                .approvalBesideHandling("supervisors", "approveRefund")
                .deploy();
        CaseNumber number = play.opened("Two at once");
        casework.claim(number, SAM);
        Task approval = approval(number);

        work.claim(number, SUE, approval.getId());

        assertThat(play.column(number, "owner")).isEqualTo(SAM.id());
        assertThat(at.of(number, SAM).tasks())
                .extracting(CaseTask::handling, CaseTask::assignee, CaseTask::forAgent)
                .containsExactlyInAnyOrder(tuple(true, SAM.id(), true), tuple(false, SUE.id(), false));
        work.release(number, SUE, approval.getId());
        assertThat(play.column(number, "owner")).isEqualTo(SAM.id());
        tasks.setPriority(approval.getId(), 99);
        assertThat(play.column(number, "priority")).isEqualTo(50);
        work.answer(number, SUE, approval.getId(), Map.of("amount", 12));

        assertThat(at.of(number, SAM).tasks()).hasSize(1);
        casework.reply(number, SAM, new Reply("Soon.", List.of(), List.of()));
        casework.waitForReply(number, SAM, null);
        assertThat(play.column(number, "state")).isEqualTo("WAITING");
    }

    @Test
    void replyNoteAndCancelGoOnBesideAndAtAnApproval() {
        model.form("approveRefund", APPROVAL)
                .approvalBeforeClosing("supervisors", "approveRefund")
                .deploy();
        CaseNumber number = play.opened("Goes on at the approval");
        casework.complete(number, SAM);

        casework.reply(number, SAM, new Reply("It is being approved.", List.of(), List.of()));
        casework.note(number, SAM, "They take their time");
        casework.cancel(number, SAM, "not needed");

        assertThat(play.column(number, "outcome")).isEqualTo("CANCELLED");
    }

    @Test
    void aLateCaseEscalatesBesideAnotherTask() {
        model.form("approveRefund", APPROVAL)
                .approvalBesideHandling("supervisors", "approveRefund")
                .deploy();
        rules.replace(SUPPORT, List.of(new EscalationRule(1, Duration.ZERO, Action.RAISE_PRIORITY, null)));
        CaseNumber number = play.opened("Late beside an approval");
        assertThat(approval(number).getName()).startsWith("Approve the refund: " + number + " ");

        play.wait(Duration.ofHours(25));
        play.runJobs(number);

        assertThat(play.timeline(number)).contains("ESCALATED");
        assertThat(play.column(number, "priority")).isEqualTo(75);
        assertThat(approval(number).getPriority()).isEqualTo(50);
    }

    @Test
    void whoHasATaskInACaseSeesItAndAnswersAndNothingElse() {
        model.form("approveRefund", APPROVAL)
                .approvalBesideHandling("lawyers", "approveRefund")
                .deploy();
        CaseNumber number = play.opened("Seen for a task");
        String task = approval(number).getId();

        assertThat(files.view(number, LEE).number()).isEqualTo(number);
        assertThat(files.ofTask(task, LEE)).isEqualTo(number);
        assertThatThrownBy(() -> casework.note(number, LEE, "I was here")).isInstanceOf(NoSuchCase.class);
        assertThatThrownBy(() -> casework.claim(number, LEE)).isInstanceOf(NoSuchCase.class);
        assertThatThrownBy(() -> casework.cancel(number, LEE, "")).isInstanceOf(NoSuchCase.class);
        assertThatThrownBy(() -> files.view(number, FAY)).isInstanceOf(NoSuchCase.class);
        work.answer(number, LEE, task, Map.of("amount", 1));
        assertThatThrownBy(() -> files.view(number, LEE)).isInstanceOf(NoSuchCase.class);
    }

    private void askAlso(String component) {
        model.change("handleCase.form", "\"components\": [", "\"components\": [" + component + ",")
                .deploy();
    }

    private Task approval(CaseNumber number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .taskDefinitionKey("approve")
                .singleResult();
    }

    private void assertWrong(Map<String, ?> answers, CaseNumber number, String task, String key, Problem problem) {
        Agent agent = play.task(number).getTaskDefinitionKey().equals("approve") ? SUE : SAM;
        assertThatThrownBy(() -> work.answer(number, agent, task, answers))
                .isInstanceOfSatisfying(WrongAnswers.class, wrong -> assertThat(wrong.wrong())
                        .extracting(WrongAnswer::key, WrongAnswer::problem)
                        .contains(tuple(key, problem)));
    }

    private static void assertRefused(Reason reason, String detail, Runnable verb) {
        assertThatThrownBy(verb::run).isInstanceOfSatisfying(CaseRefusal.class, refused -> {
            assertThat(refused.reason()).isEqualTo(reason);
            assertThat(refused.detail()).isEqualTo(detail);
        });
    }

    private Map<String, Object> line(CaseNumber number, String kind) {
        return jdbc.sql(
                        "select * from case_event where case_number = :number and kind = :kind order by id desc limit 1")
                .param("number", number.value())
                .param("kind", kind)
                .query()
                .singleRow();
    }

    private static Forwarding toFinance() {
        return new Forwarding(FINANCE, DueType.KEEP, null, "");
    }
}
