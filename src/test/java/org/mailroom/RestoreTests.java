package org.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.Customer;
import org.mailroom.testing.Doorkeeper;
import org.mailroom.testing.MailroomProcess;
import org.mailroom.testing.RealParts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database that was lost, with what came since its backup, and put back as docs/operations.md says. A copy that PostgreSQL
 * makes of the whole database stands for the backup: pg_dump is not among the programs that tests bring.
 */
@Tag("whole")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestoreTests {

    private static final String HELP = "help@restore.localhost";
    private static final String CONFIRMATION = "We received your request";

    private final List<Customer> early = customers(2);
    private final List<Customer> late = customers(2);
    private final Customer waiting = new Customer();

    private final Doorkeeper doorkeeper = RealParts.doorkeeper();
    private final String database = RealParts.newDatabase();
    private final String name = database.replaceFirst(".*/(\\w+)\\?.*", "$1");
    private final JdbcClient jdbc = client(database);
    private final JdbcClient server = client(database.replace("/" + name, "/postgres"));

    private MailroomProcess mailroom;
    private String idOfTheMailThatWaits;
    private List<CaseNumber> lost;

    @BeforeAll
    void loseTheDatabaseAndPutItBack() throws Exception {
        start("first");
        doorkeeper.answer(waiting.address(), "451 4.3.0 Please try again later");
        write(early);
        write(List.of(waiting));
        early.forEach(customer -> customer.gets(CONFIRMATION));
        idOfTheMailThatWaits =
                await().until(this::idOfWhatWaits, Optional::isPresent).orElseThrow();

        backUp();
        write(late);
        late.forEach(customer -> customer.gets(CONFIRMATION));
        lost = late.stream().map(customer -> customer.caseIn(jdbc)).toList();
        mailroom.kill();
        restore();

        doorkeeper.letIn(waiting.address());
        start("second");
        late.forEach(customer -> customer.caseIn(jdbc));
        await().until(() -> count("select count(*) from outgoing_mail where state <> 'SENT'") == 0);
    }

    @AfterAll
    void stop() throws InterruptedException {
        doorkeeper.letIn(waiting.address());
        mailroom.kill();
    }

    @Test
    void mailThatCameAfterTheBackupIsPickedUpAgain() {
        assertThat(late).allSatisfy(customer -> assertThat(cases(customer)).isOne());
    }

    @Test
    void mailThatTheBackupKnowsStaysSingle() {
        assertThat(early).allSatisfy(customer -> assertThat(cases(customer)).isOne());
        assertThat(early)
                .allSatisfy(customer -> assertThat(customer.all(CONFIRMATION)).hasSize(1));
    }

    @Test
    void mailThatWaitedInTheBackupLeavesAsTheSameMail() throws MessagingException {
        assertThat(waiting.gets(CONFIRMATION).getMessageID()).isEqualTo("<" + idOfTheMailThatWaits + ">");
        assertThat(waiting.all(CONFIRMATION)).hasSize(1);
    }

    @Test
    void numbersThatCustomersWereToldAfterTheBackupAreNotGivenToOthers() {
        assertThat(jdbc.sql("select number from cases").query(String.class).list())
                .doesNotContainAnyElementsOf(
                        lost.stream().map(CaseNumber::value).toList());
    }

    @Test
    void anAnswerToAConfirmationThatWasLostFindsTheCaseOfItsCustomer() throws MessagingException {
        Customer customer = late.get(0);

        customer.answers(customer.all(CONFIRMATION).get(0), "One thing more.");

        await().until(() -> jdbc.sql("select count(*) from message where case_number = :number and direction = 'IN'")
                        .param("number", customer.caseIn(jdbc).value())
                        .query(Integer.class)
                        .single()
                == 2);
        assertThat(cases(customer)).isOne();
    }

    private Optional<String> idOfWhatWaits() {
        return jdbc.sql(
                        """
                        select message_id from outgoing_mail
                        where state = 'WAITING' and attempts > 0 and :address = any (recipients)
                        """)
                .param("address", waiting.address())
                .query(String.class)
                .optional();
    }

    private void start(String life) throws IOException {
        mailroom = MailroomProcess.start(
                RealParts.wholeSettings(database, "restore"), Path.of("target", "restore-tests-" + life + "-life.log"));
        mailroom.awaitReady();
    }

    /** While Mailroom is at work; it waits until it may connect again. */
    private void backUp() {
        server("alter database " + name + " with allow_connections false");
        throwOut();
        server("create database " + name + "_backup template " + name);
        server("alter database " + name + " with allow_connections true");
    }

    private void restore() {
        server("drop database " + name + " with (force)");
        server("create database " + name + " template " + name + "_backup");
        jdbc.sql("select setval('case_number_seq', nextval('case_number_seq') + 1000)")
                .query(row -> {});
        jdbc.sql("update mailbox_account set last_uid = 0, leased_by = null, leased_until = null")
                .update();
        jdbc.sql("update outgoing_mail set next_attempt_at = now() where state = 'WAITING'")
                .update();
    }

    private void throwOut() {
        server.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = :name")
                .param("name", name)
                .query(row -> {});
        await().until(() -> server.sql("select count(*) from pg_stat_activity where datname = :name")
                        .param("name", name)
                        .query(Integer.class)
                        .single()
                == 0);
    }

    private void server(String sql) {
        server.sql(sql).update();
    }

    private int cases(Customer customer) {
        return jdbc.sql("select count(*) from cases where requester_address = :address")
                .param("address", customer.address())
                .query(Integer.class)
                .single();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static void write(List<Customer> customers) throws MessagingException {
        for (Customer customer : customers) {
            customer.writes(HELP, "Are you there?", "I hope this reaches you.");
        }
    }

    private static List<Customer> customers(int how) {
        return Stream.generate(Customer::new).limit(how).toList();
    }

    private static JdbcClient client(String url) {
        return JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    }
}
