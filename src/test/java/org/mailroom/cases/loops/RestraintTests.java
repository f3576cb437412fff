package org.mailroom.cases.loops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.testing.CasePlay.SAM;
import static org.mailroom.testing.CasePlay.newCustomer;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.Casework;
import org.mailroom.cases.Reply;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What Mailroom writes to customers by itself has bounds; what stays here is a line on the timeline. */
@MailroomTest
class RestraintTests {

    @Autowired
    CasePlay play;

    @Autowired
    Casework work;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ProcessEngine engine;

    private final String customer = newCustomer();

    @BeforeEach
    void init() {
        ProcessEngineTests.init(engine);
    }

    @Test
    void anAddressGetsTenAutomaticMailsHoweverItIsWritten() {
        for (int i = 1; i <= 12; i++) {
            opened(spelling(i), "Matter number " + i);
        }

        assertThat(automaticMails()).isEqualTo(10);
        CaseNumber last = opened(customer, "One more");
        assertThat(suppressed(last, "CONFIRMATION_SUPPRESSED")).containsExactly("ADDRESS_LIMIT");
        ProcessEngineTests.assertThat(play.instance(last))
                .hasPassed("sendConfirmation", "confirmed")
                .isWaitingAt("handleCase");
    }

    @Test
    void anAddressGetsThreeAutomaticMailsAboutTheSameSubject() {
        opened(customer, "The lamp is dark");
        opened(customer, "Re: The lamp is dark");
        opened(customer, "Automatic reply: The lamp is dark");

        CaseNumber fourth = opened(customer, "AW: AW: the lamp is dark");

        assertThat(automaticMails()).isEqualTo(3);
        assertThat(suppressed(fourth, "CONFIRMATION_SUPPRESSED")).containsExactly("SUBJECT_LIMIT");
        assertThat(suppressed(opened(customer, "The door is open"), "CONFIRMATION_SUPPRESSED"))
                .isEmpty();
    }

    @Test
    void nodesThatWriteToOneAddressAtTheSameTimeKeepTheLimitTogether() {
        List<CaseNumber> cases = IntStream.range(0, 16)
                .mapToObj(i -> play.arrived(CasePlay.mail(customer, "At once " + i), true))
                .toList();

        CompletableFuture.allOf(cases.stream()
                        .map(number -> CompletableFuture.runAsync(() -> play.runJobs(number)))
                        .toArray(CompletableFuture[]::new))
                .join();

        assertThat(automaticMails()).isEqualTo(10);
    }

    @Test
    void whatWasSentHoursAgoDoesNotCount() {
        for (int i = 1; i <= 10; i++) {
            opened(customer, "Matter number " + i);
        }
        jdbc.sql(
                        "update outgoing_mail set created_at = created_at - interval '3 hours' where :customer = any (recipients)")
                .param("customer", customer)
                .update();

        assertThat(suppressed(opened(customer, "The next day"), "CONFIRMATION_SUPPRESSED"))
                .isEmpty();
    }

    @Test
    void aCaseThatIsReopenedOverAndOverSendsFiveAutomaticMails() {
        CaseNumber number = opened(customer, "Again and again");
        for (int i = 0; i < 6; i++) {
            work.complete(number, SAM);
            play.runJobs(number);
            play.followUp(number, false);
            play.runJobs(number);
        }

        assertThat(automaticMails()).isEqualTo(5);
        assertThat(suppressed(number, "SUMMARY_SUPPRESSED")).containsExactly("CASE_LIMIT", "CASE_LIMIT");
    }

    @Test
    void aPersonsReplyLeavesAllTheSame() {
        for (int i = 1; i <= 11; i++) {
            opened(customer, "Matter number " + i);
        }
        CaseNumber number = opened(customer, "Please answer");

        work.claim(number, SAM);
        work.reply(number, SAM, new Reply("Here you are.", List.of()));

        assertThat(jdbc.sql("select count(*) from outgoing_mail where case_number = :number and kind = 'ANSWER'")
                        .param("number", number.value())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void anAnswerThatWouldGoToAnInboxOfOursStaysHere() {
        CaseNumber number = opened("FINANCE@mailroom.localhost", "Answer yourself");

        assertThat(suppressed(number, "CONFIRMATION_SUPPRESSED")).containsExactly("OWN_ADDRESS");
    }

    @Test
    void aCaseThatAMachineOpenedGetsNoSummaryAndSaysWhy() {
        CaseNumber number = play.arrived(CasePlay.mail(customer, "Newsletter"), false);
        play.runJobs(number);
        work.complete(number, SAM);
        play.runJobs(number);

        assertThat(automaticMails()).isZero();
        assertThat(suppressed(number, "CONFIRMATION_SUPPRESSED")).containsExactly("UNANSWERABLE");
        assertThat(suppressed(number, "SUMMARY_SUPPRESSED")).containsExactly("UNANSWERABLE");
        ProcessEngineTests.assertThat(play.instance(number))
                .isWaitingAt("closed")
                .hasPassed("summarised");
    }

    @Test
    void whoRepeatsWhatWasJustWrittenToSomebodyElseIsNotAnswered() {
        CaseNumber first = opened(customer, "Please help");

        CaseNumber echo = opened(newCustomer(), "Thank you for your mail [" + first + "]");

        assertThat(suppressed(echo, "CONFIRMATION_SUPPRESSED")).containsExactly("ECHO");
    }

    @Test
    void whoNamesAnOlderCaseOrOneOfHisOwnIsAnswered() {
        CaseNumber first = opened(customer, "Please help");
        assertThat(suppressed(opened(customer, "More about " + first), "CONFIRMATION_SUPPRESSED"))
                .isEmpty();

        jdbc.sql("update outgoing_mail set created_at = created_at - interval '1 hour' where case_number = :number")
                .param("number", first.value())
                .update();
        assertThat(suppressed(opened(newCustomer(), "My colleague asked in " + first), "CONFIRMATION_SUPPRESSED"))
                .isEmpty();
    }

    private CaseNumber opened(String from, String subject) {
        CaseNumber number = play.arrived(CasePlay.mail(from, subject), true);
        play.runJobs(number);
        return number;
    }

    private String spelling(int i) {
        String tagged = customer.replace("@", "+" + i + "@");
        return i % 2 == 0 ? tagged : customer.toUpperCase(Locale.ROOT);
    }

    private int automaticMails() {
        return jdbc.sql(
                        """
                        select count(*) from outgoing_mail
                        where kind = 'AUTOMATIC_ANSWER'
                          and regexp_replace(lower(recipients[1]), '\\+.*@', '@') = :customer
                        """)
                .param("customer", customer)
                .query(Integer.class)
                .single();
    }

    private List<String> suppressed(CaseNumber number, String kind) {
        return jdbc.sql("select note from case_event where case_number = :number and kind = :kind order by id")
                .param("number", number.value())
                .param("kind", kind)
                .query(String.class)
                .list();
    }
}
