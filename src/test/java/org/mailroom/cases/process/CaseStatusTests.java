package org.mailroom.cases.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.Casework;
import org.mailroom.cases.Reply;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.ReplyStatus;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The status that a customer's reply gives a case, and what ends it. */
@MailroomTest
class CaseStatusTests {

    @Autowired
    CasePlay play;

    @Autowired
    Casework work;

    @Autowired
    ReplyStatus replyStatus;

    @Autowired
    TaskService tasks;

    @Autowired
    FilterService filters;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void on() {
        marksReplies(true);
    }

    @AfterEach
    void asItIsShipped() {
        marksReplies(false);
        replyStatus.change("Customer replied");
    }

    @Test
    void aReplyGivesAnOpenCaseTheStatusThatIsSet() {
        CaseNumber number = play.opened("Still dark");

        replied(number, false);

        assertThat(play.column(number, "status")).isEqualTo("Customer replied");
        assertThat(play.column(number, "state")).isEqualTo("OPEN");
        assertThat(play.timeline(number)).containsSubsequence("CUSTOMER_REPLIED", "STATUS_CHANGED");
    }

    @Test
    void theNextReplyUsesWhatIsSetByThen() {
        CaseNumber number = play.opened("Still dark");
        replied(number, false);

        replyStatus.change("To be answered");
        replied(number, false);

        assertThat(play.column(number, "status")).isEqualTo("To be answered");
    }

    @Test
    void whereTheInboxDoesNotWantItAReplyChangesNoStatus() {
        marksReplies(false);
        CaseNumber number = play.opened("Still dark");

        replied(number, false);

        assertThat(play.column(number, "status")).isNull();
        assertThat(play.timeline(number)).doesNotContain("STATUS_CHANGED");
    }

    @Test
    void aMailOfAMachineNeverCounts() {
        CaseNumber number = play.opened("Still dark");

        replied(number, true);

        assertThat(play.column(number, "status")).isNull();
    }

    @Test
    void theListsOfTasklistShowIt() {
        CaseNumber number = play.opened("Still dark");

        replied(number, false);

        assertThat(tasks.getVariable(play.task(number).getId(), "status")).isEqualTo("Customer replied");
        assertThat(filters.createTaskFilterQuery()
                        .filterName("Support")
                        .singleResult()
                        .getProperties()
                        .get("variables")
                        .toString())
                .contains("status");
    }

    @Test
    void ourAnswerEndsIt() {
        CaseNumber number = play.opened("Still dark");
        replied(number, false);

        work.reply(number, CasePlay.SAM, new Reply("Is it switched on?", List.of()));

        assertThat(play.column(number, "status")).isNull();
        assertThat(tasks.getVariable(play.task(number).getId(), "status")).isNull();
    }

    @Test
    void waitingEndsItAndTheReplyThatEndsTheWaitingGivesItAnew() {
        CaseNumber number = play.opened("Still dark");
        replied(number, false);

        work.waitForReply(number, CasePlay.SAM, null);
        assertThat(play.column(number, "status")).isNull();

        replied(number, false);
        assertThat(play.column(number, "status")).isEqualTo("Customer replied");
        assertThat(play.column(number, "state")).isEqualTo("OPEN");
    }

    private void replied(CaseNumber number, boolean automatic) {
        play.followUp(number, automatic);
        play.runJobs(number);
    }

    private void marksReplies(boolean on) {
        jdbc.sql("update inbox set marks_replies = :on where key = 'support'")
                .param("on", on)
                .update();
    }
}
