package org.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.access.Visitor;
import org.mailroom.testing.Customer;
import org.mailroom.testing.MailroomProcess;
import org.mailroom.testing.OwnPostgres;
import org.mailroom.testing.RealParts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a database may do to a Mailroom at work, and what there is when it is over: each mail one case, confirmed once. */
@Tag("whole")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TroubledDatabaseTests {

    private static final String HELP = "help@trouble.localhost";
    private static final String CONFIRMATION = "We received your request";
    private static final int CONNECTIONS = 8;

    /** More than a mail or a job may fail before a person has to look after it. */
    private static final int MANY_TIMES = 12;

    private OwnPostgres postgres;
    private DriverManagerDataSource connections;
    private JdbcClient jdbc;
    private MailroomProcess mailroom;
    private int port;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        postgres = OwnPostgres.in(folder);
        connections = new DriverManagerDataSource(postgres.url(), "postgres", "");
        jdbc = JdbcClient.create(connections);
        Map<String, String> settings = RealParts.wholeSettings(postgres.url(), "trouble");
        settings.put("spring.datasource.hikari.maximum-pool-size", "" + CONNECTIONS);
        settings.put("spring.datasource.hikari.connection-timeout", "2000");
        mailroom = MailroomProcess.start(settings, Path.of("target", "troubled-database-tests.log"));
        port = mailroom.port();
        mailroom.awaitReady();
        makeATrap();
    }

    @AfterAll
    void stop() throws Exception {
        mailroom.kill();
        postgres.close();
    }

    @Test
    void workGoesOnAfterTheDatabaseWasStoppedForAWhile() throws Exception {
        List<Customer> customers = customers(9);
        write(customers.subList(0, 3));
        postgres.stop();
        write(customers.subList(3, 6));
        await().until(() -> health() == 503);
        postgres.start();
        write(customers.subList(6, 9));

        assertEachIsACaseConfirmedOnce(customers);
        await().until(() -> health() == 200);
    }

    @Test
    void workGoesOnAfterAllConnectionsWereEndedAgainAndAgain() throws Exception {
        List<Customer> customers = customers(6);
        for (Customer customer : customers) {
            write(List.of(customer));
            endAllConnections();
        }

        assertEachIsACaseConfirmedOnce(customers);
    }

    @Test
    void workGoesOnAfterThePoolHadNoConnectionLeft() throws Exception {
        List<Customer> customers = customers(3);
        Visitor sam = new Visitor(port);
        sam.login("support-agent", "support-agent");
        List<CompletableFuture<Integer>> clicks;
        try (Connection holding = connections.getConnection()) {
            holding.setAutoCommit(false);
            try (var statement = holding.createStatement()) {
                statement.execute("lock table cases in access exclusive mode");
            }
            clicks = IntStream.range(0, 2 * CONNECTIONS)
                    .mapToObj(click -> CompletableFuture.supplyAsync(
                            () -> sam.get("/cases/SUP-1001").statusCode(), task -> new Thread(task).start()))
                    .toList();
            write(customers);
            await().until(() -> health() == 503);
        }

        clicks.forEach(click -> assertThat(click.join()).isPositive());
        assertEachIsACaseConfirmedOnce(customers);
        await().until(() -> health() == 200);
    }

    /** A trap in a table stands for what cannot be brought about at will: each step that writes there meets it. */
    @ParameterizedTest
    @CsvSource({"53100, cases", "53100, outgoing_mail", "57014, cases", "40001, outgoing_mail"})
    void workGoesOnAfterTheDatabaseRefusedItManyTimes(String state, String table) throws Exception {
        List<Customer> customers = customers(2);
        int before = trapped();
        jdbc.sql("insert into trap values (:table, :state)")
                .param("table", table)
                .param("state", state)
                .update();
        write(customers);
        await().until(() -> {
            letPausesPass();
            return trapped() - before >= MANY_TIMES;
        });
        jdbc.sql("delete from trap").update();

        assertEachIsACaseConfirmedOnce(customers);
    }

    @Test
    void aDatabaseThatTakesNothingAnyMoreShowsInHealth() {
        jdbc.sql("insert into trap values ('health_probe', '53100')").update();
        assertThat(health()).isEqualTo(503);

        jdbc.sql("delete from trap").update();
        assertThat(health()).isEqualTo(200);
    }

    private void assertEachIsACaseConfirmedOnce(List<Customer> customers) {
        customers.forEach(customer -> customer.caseIn(jdbc));
        customers.forEach(customer -> customer.gets(CONFIRMATION));
        await().until(() -> count("select count(*) from act_ru_job where type_ = 'message'") == 0);
        for (Customer customer : customers) {
            assertThat(jdbc.sql("select count(*) from cases where requester_address = :address")
                            .param("address", customer.address())
                            .query(Integer.class)
                            .single())
                    .isOne();
            assertThat(customer.all(CONFIRMATION)).hasSize(1);
        }
        assertThat(count("select count(*) from received_mail where state = 'QUARANTINED'"))
                .isZero();
        assertThat(count("select count(*) from act_ru_incident")).isZero();
    }

    /** Counts, by a sequence that no rollback takes back, and refuses. */
    private void makeATrap() {
        jdbc.sql("create table trap (name text, state text)").update();
        jdbc.sql("create sequence trapped").update();
        jdbc.sql(
                        """
                        create function trap() returns trigger language plpgsql as $$
                        declare refused text := (select min(state) from trap where name = tg_table_name);
                        begin
                            if refused is not null then
                                perform nextval('trapped');
                                raise exception 'trapped' using errcode = refused;
                            end if;
                            return new;
                        end $$
                        """)
                .update();
        Stream.of("received_mail", "cases", "outgoing_mail", "health_probe")
                .forEach(table -> jdbc.sql("create trigger trap before insert or update on " + table
                                + " for each row execute function trap()")
                        .update());
    }

    private int trapped() {
        return count("select case when is_called then last_value else 0 end from trapped");
    }

    private void letPausesPass() {
        jdbc.sql(
                        """
                        update received_mail set next_attempt_at = now()
                        where state = 'RECEIVED' and next_attempt_at > now()
                          and not exists (select from trap where name = 'received_mail')
                        """)
                .update();
        jdbc.sql("update act_ru_job set duedate_ = now() where type_ = 'message' and duedate_ > now()")
                .update();
    }

    private void endAllConnections() {
        jdbc.sql(
                        """
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where pid <> pg_backend_pid() and backend_type = 'client backend'
                        """)
                .query(row -> {});
    }

    private int health() {
        return new Visitor(port).get("/actuator/health").statusCode();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private static List<Customer> customers(int how) {
        return Stream.generate(Customer::new).limit(how).toList();
    }

    private static void write(List<Customer> customers) throws MessagingException {
        for (Customer customer : customers) {
            customer.writes(HELP, "Are you there?", "I hope this reaches you.");
        }
    }
}
