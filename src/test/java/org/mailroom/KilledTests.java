package org.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mailroom.access.Visitor;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.Customer;
import org.mailroom.testing.DeadNode;
import org.mailroom.testing.Doorkeeper;
import org.mailroom.testing.MailroomProcess;
import org.mailroom.testing.RealParts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What there is after Mailroom was killed in the middle of its work and started again. The work was cut off at every step
 * of the way of a mail; who waits at which step is said by the name of the customer.
 */
@Tag("whole")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledTests {

    private static final String HELP = "help@killed.localhost";
    private static final String CONFIRMATION = "We received your request";
    private static final String LATER = "451 4.3.0 Please try again later";

    private final List<Customer> unread = customers(3);
    private final List<Customer> keptOnly = customers(4);
    private final List<Customer> inJobs = customers(3);
    private final List<Customer> unconfirmed = customers(2);
    private final Customer handedOver = new Customer();
    private final Customer replied = new Customer();

    private final Doorkeeper doorkeeper = RealParts.doorkeeper();
    private final String database = RealParts.newDatabase();
    private final DriverManagerDataSource connections = new DriverManagerDataSource(database, "postgres", "");
    private final JdbcClient jdbc = JdbcClient.create(connections);

    private MailroomProcess mailroom;
    private int port;

    @BeforeAll
    void killMailroomAtItsWorkAndStartItAgain() throws Exception {
        start("first");
        leaveAReplyInTheOutbox();
        leaveConfirmationsInTheOutbox();
        try (Connection holding = connections.getConnection()) {
            holding.setAutoCommit(false);
            leaveJobsUndone(holding);
            leaveMailsUntaken(holding);
            mailroom.kill();
        }
        write(unread);
        everybody().forEach(customer -> doorkeeper.letIn(customer.address()));
        DeadNode.letAnHourPass(jdbc);
        start("second");
        await().until(this::nothingIsLeftToDo);
    }

    @AfterAll
    void stop() throws InterruptedException {
        everybody().forEach(customer -> doorkeeper.letIn(customer.address()));
        if (mailroom != null) {
            mailroom.kill();
        }
    }

    @Test
    void everyMailBecameOneCase() {
        Map<String, Long> one = new HashMap<>();
        everybody().forEach(customer -> one.put(customer.address(), 1L));
        assertThat(casesByCustomer()).isEqualTo(one);
    }

    @Test
    void everyCaseWasConfirmedOnce() {
        assertThat(everybody().filter(customer -> customer != handedOver))
                .allSatisfy(customer -> assertThat(customer.all(CONFIRMATION)).hasSize(1));
    }

    @Test
    void aMailThatTheServerTookUnheardCameAgainAsTheSameMail() throws MessagingException {
        Set<String> ids = new HashSet<>();
        for (MimeMessage confirmation : handedOver.all(CONFIRMATION)) {
            ids.add(confirmation.getMessageID());
        }
        assertThat(handedOver.all(CONFIRMATION)).hasSize(2);
        assertThat(ids).hasSize(1);
    }

    @Test
    void theMailThatMayHaveArrivedTwiceIsCounted() {
        assertThat(count("select count(*) from outgoing_mail where possibly_doubled > 0"))
                .isEqualTo(1);
    }

    @Test
    void everyReplyOfACustomerWasAnnouncedOnce() {
        assertThat(jdbc.sql(
                                """
                                select count(*) from outgoing_mail
                                where cause like 'notice:%:reply:%' group by case_number, recipients
                                """)
                        .query(Long.class)
                        .list())
                .hasSizeGreaterThanOrEqualTo(inJobs.size())
                .containsOnly(1L);
    }

    @Test
    void aReplyThatWaitedLeftOnce() throws Exception {
        assertThat(replied.all("Re: [" + replied.caseIn(jdbc) + "]")).hasSize(1);
        assertThat(Customer.text(replied.gets("Re: ["))).contains("We look into it.");
    }

    @Test
    void everyCaseIsWorkedToItsEnd() {
        Visitor sam = sam();
        everybody().forEach(customer -> work(sam, customer.caseIn(jdbc), "complete", Map.of()));

        assertThat(states()).containsOnly("CLOSED");
        everybody().forEach(customer -> customer.gets("completed"));
        await().until(this::nothingIsLeftToDo);
        assertThat(everybody())
                .allSatisfy(customer -> assertThat(customer.all("completed")).hasSize(1));
    }

    private void start(String life) throws IOException {
        Map<String, String> settings = RealParts.wholeSettings(database, "killed");
        mailroom = MailroomProcess.start(settings, Path.of("target", "killed-tests-" + life + "-life.log"));
        port = mailroom.port();
    }

    private void leaveAReplyInTheOutbox() throws MessagingException {
        write(List.of(replied));
        replied.gets(CONFIRMATION);
        doorkeeper.answer(replied.address(), LATER);
        work(sam(), replied.caseIn(jdbc), "reply", Map.of("text", "We look into it."));
        await().until(() -> triedInVain(replied));
    }

    private void leaveConfirmationsInTheOutbox() throws MessagingException {
        unconfirmed.forEach(customer -> doorkeeper.answer(customer.address(), LATER));
        doorkeeper.leaveUnanswered(handedOver.address());
        write(unconfirmed);
        write(List.of(handedOver));
        await().until(() -> unconfirmed.stream().allMatch(this::triedInVain));
        await().until(() -> doorkeeper.tookUnanswered(handedOver.address()));
    }

    /** The job that announces a reply asks for the text of the notice. */
    private void leaveJobsUndone(Connection holding) throws SQLException, MessagingException {
        write(inJobs);
        for (Customer customer : inJobs) {
            customer.gets(CONFIRMATION);
        }
        hold("mail_text", "access exclusive", holding);
        for (Customer customer : inJobs) {
            customer.answers(customer.gets(CONFIRMATION), "Are you still there?");
        }
        await().until(() -> waiting() == inJobs.size());
    }

    private void leaveMailsUntaken(Connection holding) throws SQLException, MessagingException {
        hold("cases", "share", holding);
        write(keptOnly);
        await().until(() -> received("= 'RECEIVED'") == keptOnly.size());
        await().until(() -> waiting() > inJobs.size());
    }

    private static void hold(String table, String mode, Connection holding) throws SQLException {
        try (var statement = holding.createStatement()) {
            statement.execute("lock table " + table + " in " + mode + " mode");
        }
    }

    /** Who waits for a table that is held. */
    private int waiting() {
        return count(
                """
                select count(*) from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                """);
    }

    private int received(String state) {
        return count("select count(*) from received_mail where state " + state);
    }

    private boolean triedInVain(Customer customer) {
        return jdbc.sql(
                                """
                                select count(*) from outgoing_mail
                                where state = 'WAITING' and attempts > 0 and :address = any (recipients)
                                """)
                        .param("address", customer.address())
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private boolean nothingIsLeftToDo() {
        return received("<> 'RECEIVED'") == everybody().count() + inJobs.size()
                && count("select count(*) from act_ru_job where type_ = 'message'") == 0
                && count("select count(*) from outgoing_mail where state <> 'SENT'") == 0
                && count("select count(*) from outgoing_mail_news") == 0;
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    private Map<String, Long> casesByCustomer() {
        Map<String, Long> cases = new HashMap<>();
        jdbc.sql("select requester_address, count(*) as number from cases group by requester_address")
                .query(row -> {
                    cases.put(row.getString("requester_address"), row.getLong("number"));
                });
        return cases;
    }

    private List<String> states() {
        return jdbc.sql("select state from cases").query(String.class).list();
    }

    private Visitor sam() {
        var sam = new Visitor(port);
        sam.login("support-agent", "support-agent");
        return sam;
    }

    private static void work(Visitor sam, CaseNumber number, String verb, Map<String, String> entered) {
        Map<String, String> form = new HashMap<>(entered);
        form.put("_csrf", Visitor.tokenIn(sam.get("/cases/" + number)));
        assertThat(sam.postForm("/cases/" + number + "/" + verb, form).statusCode())
                .isEqualTo(302);
    }

    private static void write(List<Customer> customers) throws MessagingException {
        for (Customer customer : customers) {
            customer.writes(HELP, "Are you there?", "I hope this reaches you.");
        }
    }

    private Stream<Customer> everybody() {
        return Stream.of(unread, keptOnly, inJobs, unconfirmed, List.of(handedOver, replied))
                .flatMap(List::stream);
    }

    private static List<Customer> customers(int how) {
        return Stream.generate(Customer::new).limit(how).toList();
    }
}
