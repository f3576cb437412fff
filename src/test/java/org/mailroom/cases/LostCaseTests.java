package org.mailroom.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mailroom.testing.CasePlay.FINANCE;
import static org.mailroom.testing.CasePlay.SAM;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.Forwarding.DueType;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.WrittenCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people can still do with a case whose process was lost, suspended or ended behind its back. */
@MailroomTest
class LostCaseTests {

    private static final Agent SUE = new Agent("supervisor", Set.of(), true);

    @Autowired
    CasePlay play;

    @Autowired
    Casework work;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aCaseWhoseProcessWasDeletedCanBeCancelled() {
        CaseNumber number = play.opened("Deleted, then cancelled");
        delete(number);
        work.cancel(number, SAM, "It was deleted");
        assertCancelled(number);
    }

    @Test
    void aCaseThatLostItsTaskCanBeCancelled() {
        CaseNumber number = play.opened("Without a task, then cancelled");
        loseTask(number);
        work.cancel(number, SAM, "");
        assertCancelled(number);
        assertThat(play.ended(number)).isTrue();
    }

    @Test
    void aSuspendedCaseCanBeCancelled() {
        CaseNumber number = play.opened("Suspended, then cancelled");
        runtime.suspendProcessInstanceById(play.instance(number).getId());
        work.cancel(number, SUE, "");
        assertCancelled(number);
        assertThat(play.ended(number)).isTrue();
    }

    @Test
    void aCaseThatHasLeftThePartsThatItsModelKnowsCanBeCancelled() {
        CaseNumber number = play.opened("Merged halfway, then cancelled");
        jdbc.sql("delete from act_ru_event_subscr where proc_inst_id_ = :instance and event_name_ = 'CancelCase'")
                .param("instance", play.instance(number).getId())
                .update();
        work.cancel(number, SUE, "");
        assertCancelled(number);
        assertThat(play.ended(number)).isTrue();
    }

    @Test
    void aCaseThatNeverHadAProcessCanBeCancelled() {
        CaseNumber number = new WrittenCases(jdbc).open("support", "Without a process, then cancelled");
        work.cancel(number, SUE, "");
        assertCancelled(number);
    }

    @Test
    void aCaseWithoutATaskSaysSoToWhoeverWantsToWorkIt() {
        CaseNumber number = play.opened("Nothing to claim");
        loseTask(number);
        assertRefused(Reason.NO_TASK, () -> work.claim(number, SAM));
        assertRefused(Reason.NO_TASK, () -> work.complete(number, SAM));
        assertRefused(Reason.NO_TASK, () -> work.forward(number, SAM, new Forwarding(FINANCE, DueType.KEEP, null, "")));
        assertRefused(Reason.NO_TASK, () -> work.waitForReply(number, SAM, null));
    }

    @Test
    void aCaseWhoseProcessWasDeletedSaysThatItHasNoTask() {
        CaseNumber number = play.opened("Deleted under the hands");
        work.claim(number, SAM);
        delete(number);
        assertRefused(Reason.NO_TASK, () -> work.complete(number, SAM));
        assertRefused(Reason.NO_TASK, () -> work.reply(number, SAM, new Reply("Hello", List.of())));
    }

    @Test
    void aWaitingCaseWhoseProcessWasDeletedSaysThatItHasNoTask() {
        CaseNumber number = play.opened("Deleted while it waited");
        work.waitForReply(number, SAM, null);
        delete(number);
        assertRefused(Reason.NO_TASK, () -> work.claim(number, SAM));
    }

    @Test
    void aSuspendedCaseSaysSo() {
        CaseNumber number = play.opened("Suspended");
        work.claim(number, SAM);
        runtime.suspendProcessInstanceById(play.instance(number).getId());
        assertRefused(Reason.SUSPENDED, () -> work.complete(number, SAM));
        assertRefused(Reason.SUSPENDED, () -> work.reply(number, SAM, new Reply("Hello", List.of())));
        work.cancel(number, SAM, "");
    }

    private void assertRefused(Reason reason, Runnable verb) {
        assertThatExceptionOfType(CaseRefusal.class)
                .isThrownBy(verb::run)
                .extracting(CaseRefusal::reason)
                .isEqualTo(reason);
    }

    private void assertCancelled(CaseNumber number) {
        assertThat(play.column(number, "state")).isEqualTo("CLOSED");
        assertThat(play.column(number, "outcome")).isEqualTo("CANCELLED");
        assertThat(play.timeline(number)).endsWith("CANCELLED").containsOnlyOnce("CANCELLED");
    }

    private void delete(CaseNumber number) {
        runtime.deleteProcessInstance(play.instance(number).getId(), "behind its back");
    }

    private void loseTask(CaseNumber number) {
        tasks.handleBpmnError(play.task(number).getId(), "nobody-catches-this");
    }
}
