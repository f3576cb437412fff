package org.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mailroom.testing.FailPoint.after;
import static org.mailroom.testing.FailPoint.before;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mailroom.testing.Customer;
import org.mailroom.testing.DeadNode;
import org.mailroom.testing.FailPoint;
import org.mailroom.testing.MailroomProcess;
import org.mailroom.testing.RealParts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A mail comes in, Mailroom dies at a step of its way and is started again, and dies at the next step, to the last one. What
 * there is at the end is what there would have been without any death.
 */
@Tag("whole")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FailPointTests {

    private static final String HELP = "help@failing.localhost";
    private static final String CONFIRMATION = "We received your request";

    private static final int CONNECTIONS = 3;

    private static final List<FailPoint> WAY = List.of(
            after("org.mailroom.mailbox.RemoteFolder", "raw"),
            after("org.mailroom.mailbox.FrontDoor", "keep"),
            before("org.mailroom.mailbox.RemoteFolder", "markSeen"),
            before("org.mailroom.mailbox.Cursors", "advance"),
            before("org.mailroom.cases.process.CaseProcess", "start"),
            after("org.mailroom.cases.process.CaseProcess", "start"),
            after("org.mailroom.mailbox.WaitingMails", "settle"),
            after("org.mailroom.outbox.Composer", "compose"),
            before("org.mailroom.outbox.smtp.SmtpLine", "carry"),
            after("org.mailroom.outbox.smtp.SmtpLine", "carry"),
            after("org.mailroom.outbox.sending.Results", "note"));

    private final Map<FailPoint, Customer> customers = new LinkedHashMap<>();
    private final String database = RealParts.newDatabase();
    private final JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""));
    private final List<FailPoint> missed = new ArrayList<>();
    private MailroomProcess mailroom;

    @BeforeAll
    void dieAtEachStep() throws Exception {
        for (FailPoint step : WAY) {
            Customer customer = new Customer();
            customers.put(step, customer);
            customer.writes(HELP, "Are you there?", "I hope this reaches you.");
            mailroom = start(step.options());
            if (!mailroom.awaitFailPoint(Duration.ofMinutes(3))) {
                missed.add(step);
                mailroom.kill();
            }
            DeadNode.letAnHourPass(jdbc);
        }
        mailroom = start(List.of());
        await().until(this::nothingIsLeftToDo);
    }

    @AfterAll
    void stop() throws InterruptedException {
        mailroom.kill();
    }

    @Test
    void itDiedAtEachStep() {
        assertThat(missed).isEmpty();
    }

    @Test
    void everyMailIsOneEntryOfOneCase() {
        assertThat(customers).allSatisfy((step, customer) -> assertThat(jdbc.sql(
                                """
                                select count(distinct c.number) || ' ' || count(m.id)
                                from cases c join message m on m.case_number = c.number and m.direction = 'IN'
                                where requester_address = :address and c.process_instance_id is not null
                                """)
                        .param("address", customer.address())
                        .query(String.class)
                        .single())
                .isEqualTo("1 1"));
    }

    @Test
    void everyCaseIsConfirmedByOneMail() throws MessagingException {
        for (Map.Entry<FailPoint, Customer> each : customers.entrySet()) {
            assertThat(ids(each.getValue().all(CONFIRMATION)))
                    .as(each.getKey().toString())
                    .hasSize(1);
        }
    }

    @Test
    void onlyTheMailThatTheMailServerHadTakenUnheardWentOutTwice() throws MessagingException {
        List<MimeMessage> sent = new ArrayList<>();
        for (MimeMessage mail : RealParts.mailServer().getReceivedMessages()) {
            if (mail.getFrom()[0].toString().contains(HELP)) {
                sent.add(mail);
            }
        }

        assertThat(sent.size() - ids(sent).size()).isEqualTo(1);
    }

    /** Each death may leave one mail in hand on each connection, of which nobody can tell whether it had left. */
    @Test
    void whatMayHaveGoneOutTwiceIsCounted() {
        long marked = count("select coalesce(sum(possibly_doubled), 0) from outgoing_mail");

        assertThat(marked).isBetween(1L, (long) WAY.size() * CONNECTIONS);
    }

    @Test
    void theMailServerWasToldOfEveryMail() throws FolderException {
        GreenMail server = RealParts.mailServer();
        List<StoredMessage> mails = server.getManagers()
                .getImapHostManager()
                .getInbox(server.getUserManager().getUser(HELP))
                .getMessages();

        assertThat(mails).hasSize(WAY.size()).allSatisfy(mail -> assertThat(
                        mail.getFlags().contains(Flags.Flag.SEEN))
                .isTrue());
    }

    private MailroomProcess start(List<String> options) throws IOException {
        Map<String, String> settings = new HashMap<>(RealParts.settings(database));
        settings.put("spring.profiles.active", "whole");
        settings.put("spring.config.additional-location", "file:src/test/resources/");
        settings.put("mailroom.test.domain", "failing");
        settings.put("server.port", "0");
        List<String> jvm = new ArrayList<>(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));
        jvm.addAll(options);
        return MailroomProcess.start(settings, Path.of("target", "fail-point-tests.log"), jvm);
    }

    private boolean nothingIsLeftToDo() {
        return count("select count(*) from received_mail where state = 'DELIVERED'") == WAY.size()
                && count("select count(*) from act_ru_job where type_ = 'message'") == 0
                && count("select count(*) from outgoing_mail where state <> 'SENT'") == 0
                && count("select count(*) from outgoing_mail_news") == 0;
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static Set<String> ids(List<MimeMessage> mails) throws MessagingException {
        Set<String> ids = new HashSet<>();
        for (MimeMessage mail : mails) {
            ids.add(mail.getMessageID());
        }
        return ids;
    }
}
