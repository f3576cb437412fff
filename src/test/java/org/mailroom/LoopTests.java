package org.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mailroom.testing.Machine.mail;
import static org.mailroom.testing.Machine.mailsTo;
import static org.mailroom.testing.Machine.write;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mailroom.cases.Agent;
import org.mailroom.cases.Casework;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.Customer;
import org.mailroom.testing.Machine;
import org.mailroom.testing.MailroomProcess;
import org.mailroom.testing.RealParts;
import org.mailroom.testing.WholeMailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Machines that write to a Mailroom, and a second Mailroom, with everything at work. In each scenario the mails that left
 * are counted when nobody has anything left to do.
 */
@WholeMailroomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoopTests {

    private static final String HELP = "help@whole.localhost";
    private static final String EAST = "help@east.localhost";
    private static final String EAST_MONEY = "money@east.localhost";
    private static final int LIMIT_OF_EAST = 12;
    private static final String CONFIRMATION = "We received your request";

    @Autowired
    Casework work;

    @Autowired
    JdbcClient here;

    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private JdbcClient east;
    private MailroomProcess eastProcess;

    @BeforeAll
    void startASecondMailroom() throws IOException {
        String database = RealParts.newDatabase();
        Map<String, String> settings = RealParts.wholeSettings(database, "east");
        settings.put("mailroom.secret", "a secret of the other house");
        settings.put("mailroom.loops.per-inbox", "" + LIMIT_OF_EAST);
        eastProcess = MailroomProcess.start(settings, Path.of("target", "loop-tests-east.log"));
        eastProcess.port();
        east = JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""));
    }

    @AfterAll
    void stopIt() throws InterruptedException {
        eastProcess.kill();
    }

    @Test
    void twoMailroomsWriteToEachOtherOnceEach() throws Exception {
        String subject = "Hello neighbour " + word;
        MimeMessage first = mail();
        write(first, EAST, HELP, subject, "Who are you?");
        Transport.send(first);
        CaseNumber number = caseAbout(here, subject);
        CaseNumber theirs = caseAbout(east, subject);
        settle();

        assertThat(automatic(here, number)).isOne();
        assertThat(automatic(east, theirs)).isZero();
        assertThat(notes(east, theirs, "CONFIRMATION_SUPPRESSED")).hasSize(1);

        work.complete(number, new Agent("support-agent", Set.of(CasePlay.SUPPORT), false));
        settle();

        assertThat(automatic(here, number)).isEqualTo(2);
        assertThat(cases(here, subject)).isOne();
        assertThat(automaticAbout(east, subject)).isZero();
    }

    @Test
    void twoMailroomsStopEvenWhereAllTheirMarksAreLostOnTheWay() throws Exception {
        String subject = "Lost marks " + word;
        String bridge = "bridge-" + word + ".example";
        try (Machine gateway = new Machine(bridge, (mail, passedOn) -> {
            boolean toHere = mail.getAllRecipients()[0].toString().startsWith("here@");
            write(
                    passedOn,
                    (toHere ? "there@" : "here@") + bridge,
                    toHere ? EAST : HELP,
                    mail.getSubject(),
                    Customer.text(mail));
        })) {
            MimeMessage first = mail();
            write(first, "here@" + bridge, HELP, subject, "Hello");
            Transport.send(first);
            caseAbout(here, subject);
            caseAbout(east, subject);
            settle(gateway);

            assertThat(automaticAbout(here, subject)).isOne();
            assertThat(automaticAbout(east, subject)).isOne();
            assertThat(mailsTo(bridge)).hasSize(2);
        }
    }

    @Test
    void aMachineWithOneAddressGetsTenAnswers() throws Exception {
        String domain = "one-" + word + ".example";
        try (Machine machine = new Machine(
                domain, (mail, answer) -> write(answer, "robot@" + domain, HELP, anything(), "Thank you."))) {
            writeAs("robot@" + domain, HELP);
            await().until(() -> casesFrom(here, domain) == 11);
            settle(machine);

            assertThat(mailsTo(domain)).hasSize(10);
            assertThat(casesFrom(here, domain)).isEqualTo(11);
            assertThat(suppressedFrom(here, domain)).containsExactly("ADDRESS_LIMIT");
        }
    }

    @Test
    void aMachineThatChangesItsSenderAndSubjectEachTimeStopsTheInboxAndTheAdminIsTold() throws Exception {
        String domain = "many-" + word + ".example";
        try (Machine machine = new Machine(
                domain,
                (mail, answer) -> write(answer, anything() + "@" + domain, EAST_MONEY, anything(), "Thank you."))) {
            writeAs(anything() + "@" + domain, EAST_MONEY);
            await().until(() -> casesFrom(east, domain) == LIMIT_OF_EAST + 1);
            settle(machine);

            assertThat(mailsTo(domain)).hasSize(LIMIT_OF_EAST);
            assertThat(casesFrom(east, domain)).isEqualTo(LIMIT_OF_EAST + 1);
            assertThat(suppressedFrom(east, domain)).containsExactly("INBOX_STOPPED");
            assertThat(noticesFrom(EAST_MONEY)).hasSize(1);
        }
    }

    @Test
    void aMachineThatChangesItsSenderButNamesTheNumberGetsOneAnswer() throws Exception {
        String domain = "naming-" + word + ".example";
        try (Machine machine = new Machine(
                domain,
                (mail, answer) -> write(
                        answer, anything() + "@" + domain, HELP, anything(), "Thank you.\n\n> " + mail.getSubject()))) {
            writeAs(anything() + "@" + domain, HELP);
            await().until(() -> casesFrom(here, domain) == 2);
            settle(machine);

            assertThat(mailsTo(domain)).hasSize(1);
            assertThat(suppressedFrom(here, domain)).containsExactly("ECHO");
        }
    }

    @Test
    void aMachineThatChangesItsSenderButQuotesUsJoinsTheCaseAndGetsOneAnswer() throws Exception {
        String domain = "quoting-" + word + ".example";
        try (Machine machine = new Machine(
                domain,
                (mail, answer) -> write(
                        answer,
                        anything() + "@" + domain,
                        HELP,
                        anything(),
                        "Thank you.\n\n> " + Customer.text(mail).replace("\n", "\n> ")))) {
            writeAs(anything() + "@" + domain, HELP);
            await().until(() -> repliesOfStrangers(domain) == 1);
            settle(machine);

            assertThat(mailsTo(domain)).hasSize(1);
            assertThat(casesFrom(here, domain)).isOne();
        }
    }

    @Test
    void anAbsenceNoticeToOurConfirmationIsFiledAndNotAnswered() throws Exception {
        Customer carla = new Customer();
        carla.writes(HELP, "Before my holidays", "Please help.");
        MimeMessage confirmation = carla.gets(CONFIRMATION);
        CaseNumber number = carla.caseIn(here);

        MimeMessage notice = mail();
        write(notice, carla.address(), HELP, "Out of office", "I am away until Monday.");
        notice.setHeader("Auto-Submitted", "auto-replied");
        notice.setHeader("In-Reply-To", confirmation.getMessageID());
        Transport.send(notice);
        await().until(() -> timeline(here, number).contains("AUTOMATIC_MAIL_FILED"));
        settle();

        assertThat(carla.all("")).hasSize(1);
        assertThat(casesFrom(here, carla.address())).isOne();
    }

    @Test
    void anAddressThatAReportSaysIsGoneGetsNoSecondConfirmation() throws Exception {
        Customer carla = new Customer();
        carla.writes(HELP, "My first question", "Please help.");
        MimeMessage confirmation = carla.gets(CONFIRMATION);
        CaseNumber number = carla.caseIn(here);

        report(carla.address(), confirmation.getMessageID());
        await().until(() -> timeline(here, number).contains("ADDRESS_FAILED"));
        carla.writes(HELP, "Something else entirely", "Are you there?");
        await().until(() -> casesFrom(here, carla.address()) == 2);
        settle();

        assertThat(carla.all("")).hasSize(1);
        assertThat(suppressedFrom(here, carla.address())).containsExactly("FAILED_ADDRESS");
    }

    @Test
    void aForgedReportMarksNobody() throws Exception {
        Customer carla = new Customer();
        carla.writes(HELP, "My first question", "Please help.");
        MimeMessage confirmation = carla.gets(CONFIRMATION);

        int reports = ignoredReports();
        report(carla.address(), confirmation.getMessageID().replaceFirst("\\.[^.]*@", ".AAAAAAAAAAAAAAAAAAAAAA@"));
        await().until(() -> ignoredReports() == reports + 1);
        carla.writes(HELP, "Something else entirely", "Are you there?");
        await().until(() -> casesFrom(here, carla.address()) == 2);
        settle();

        assertThat(carla.all(CONFIRMATION)).hasSize(2);
        assertThat(suppressedFrom(here, carla.address())).isEmpty();
    }

    @Test
    void aMailThatAsksForAHundredAnswersGetsOne() throws Exception {
        String domain = "crowd-" + word + ".example";
        MimeMessage greedy = mail();
        write(greedy, "greedy@" + domain, HELP, "Answer all of us " + word, "Please.");
        greedy.setReplyTo(IntStream.rangeClosed(1, 100)
                .mapToObj(i -> address("somebody-" + i + "@" + domain))
                .toArray(InternetAddress[]::new));
        Transport.send(greedy);
        await().until(() -> casesFrom(here, domain) == 1);
        settle();

        assertThat(mailsTo(domain)).hasSize(1);
        assertThat(mailsTo(domain).get(0).getAllRecipients()).hasSize(1);
    }

    private static List<String> noticesFrom(String inbox) throws MessagingException {
        List<String> subjects = new ArrayList<>();
        for (MimeMessage mail : mailsTo("whole-staff.localhost")) {
            if (mail.getFrom()[0].toString().contains(inbox)
                    && mail.getSubject().contains("no automatic mail")) {
                subjects.add(mail.getSubject());
            }
        }
        return subjects;
    }

    private static void writeAs(String from, String to) throws MessagingException {
        MimeMessage mail = mail();
        write(mail, from, to, anything(), "Good morning.");
        Transport.send(mail);
    }

    /** A report (RFC 3464) that this mail will never reach this address. */
    private static void report(String address, String failed) throws Exception {
        var report = new MimeMultipart("report; report-type=delivery-status");
        report.addBodyPart(part("text/plain", "Your mail could not be delivered."));
        report.addBodyPart(part(
                "message/delivery-status",
                "Reporting-MTA: dns; mx.example.net\r\n\r\nFinal-Recipient: rfc822; " + address
                        + "\r\nAction: failed\r\nStatus: 5.1.1\r\n"));
        report.addBodyPart(part(
                "text/rfc822-headers", "From: " + HELP + "\r\nTo: " + address + "\r\nMessage-ID: " + failed + "\r\n"));
        MimeMessage mail = mail();
        write(mail, "MAILER-DAEMON@mx.example.net", HELP, "Undelivered Mail Returned to Sender", "");
        mail.setContent(report);
        Transport.send(mail);
    }

    private static MimeBodyPart part(String type, String text) throws Exception {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(text.getBytes(StandardCharsets.US_ASCII), type)));
        return part;
    }

    private static InternetAddress address(String text) {
        try {
            return new InternetAddress(text);
        } catch (MessagingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** A word that nobody has used. */
    private static String anything() {
        return "w" + UUID.randomUUID().toString().replace('-', 'x');
    }

    /** Waits until nobody has anything left to do: no mail on its way in or out, no job, and nothing new meanwhile. */
    private void settle(Machine... machines) {
        await().until(() -> {
            String before = amounts();
            return List.of(machines).stream().allMatch(Machine::isDone)
                    && isIdle(here, "whole.localhost")
                    && isIdle(east, "east.localhost")
                    && before.equals(amounts());
        });
    }

    private static boolean isIdle(JdbcClient house, String domain) {
        return count(house, "select count(*) from received_mail where state <> 'RECEIVED'")
                        == mailsTo(domain).size()
                && count(house, "select count(*) from act_ru_job where type_ = 'message'") == 0
                && count(house, "select count(*) from outgoing_mail where state = 'WAITING'") == 0;
    }

    private String amounts() {
        String all = "select (select count(*) from received_mail) + (select count(*) from outgoing_mail)";
        return count(here, all) + " " + count(east, all) + " "
                + RealParts.mailServer().getReceivedMessages().length;
    }

    private static int count(JdbcClient house, String sql) {
        return house.sql(sql).query(Integer.class).single();
    }

    private static CaseNumber caseAbout(JdbcClient house, String words) {
        return await("a case about " + words)
                .until(
                        () -> house.sql("select number from cases where subject like '%' || :words || '%'")
                                .param("words", words)
                                .query(String.class)
                                .list(),
                        found -> !found.isEmpty())
                .stream()
                .map(CaseNumber::new)
                .findFirst()
                .orElseThrow();
    }

    private static int cases(JdbcClient house, String words) {
        return house.sql("select count(*) from cases where subject like '%' || :words || '%'")
                .param("words", words)
                .query(Integer.class)
                .single();
    }

    private static int casesFrom(JdbcClient house, String address) {
        return house.sql("select count(*) from cases where requester_address like '%' || :address")
                .param("address", address)
                .query(Integer.class)
                .single();
    }

    private int repliesOfStrangers(String domain) {
        return here.sql(
                        """
                        select count(*) from case_event join cases on number = case_number
                        where kind = 'STRANGER_REPLIED' and requester_address like '%' || :domain
                        """)
                .param("domain", domain)
                .query(Integer.class)
                .single();
    }

    private static int automatic(JdbcClient house, CaseNumber number) {
        return house.sql("select count(*) from outgoing_mail where kind = 'AUTOMATIC_ANSWER' and case_number = :number")
                .param("number", number.value())
                .query(Integer.class)
                .single();
    }

    private static int automaticAbout(JdbcClient house, String words) {
        return house.sql(
                        """
                        select count(*) from outgoing_mail join cases on number = case_number
                        where kind = 'AUTOMATIC_ANSWER' and cases.subject like '%' || :words || '%'
                        """)
                .param("words", words)
                .query(Integer.class)
                .single();
    }

    private static List<String> suppressedFrom(JdbcClient house, String address) {
        return house.sql(
                        """
                        select note from case_event join cases on number = case_number
                        where kind = 'CONFIRMATION_SUPPRESSED' and requester_address like '%' || :address
                        """)
                .param("address", address)
                .query(String.class)
                .list();
    }

    private static List<String> notes(JdbcClient house, CaseNumber number, String kind) {
        return house.sql("select note from case_event where case_number = :number and kind = :kind")
                .param("number", number.value())
                .param("kind", kind)
                .query(String.class)
                .list();
    }

    private static List<String> timeline(JdbcClient house, CaseNumber number) {
        return house.sql("select kind from case_event where case_number = :number order by id")
                .param("number", number.value())
                .query(String.class)
                .list();
    }

    private int ignoredReports() {
        return count(here, "select count(*) from received_mail where state = 'IGNORED' and kind = 'bounce'");
    }
}
