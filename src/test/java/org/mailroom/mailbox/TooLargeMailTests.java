package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.intake.Eml;
import org.mailroom.mailbox.ReceivedMail.State;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A mail over the size limit, from a real mailbox to its case. */
@MailroomTest
class TooLargeMailTests {

    @Autowired
    MailboxAccounts accounts;

    @Autowired
    Connections connections;

    @Autowired
    MailSizes sizes;

    @Autowired
    IntakeWorker worker;

    @Autowired
    ReceivedMailLog log;

    @Autowired
    CasePlay play;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc mvc;

    private final String address = "large-" + UUID.randomUUID() + "@mailroom.localhost";
    private final String customer = CasePlay.newCustomer();
    private MailFolder folder;
    private AccountPickup pickup;

    @BeforeEach
    void aMailboxOfItsOwn() throws Exception {
        TwoInboxes.addIfMissing(jdbc);
        TwoInboxes.forgetWaitingMail(jdbc);
        GreenMail server = RealParts.mailServer();
        folder = server.getManagers().getImapHostManager().getInbox(server.setUser(address, "password"));
        int port = server.getImap().getPort();
        long account = accounts.add(TwoInboxes.account(address, port));
        pickup = connections.to(accounts.find(account).orElseThrow());
    }

    @AfterEach
    void close() {
        pickup.close();
        TwoInboxes.forgetAccounts(jdbc, address);
    }

    @Test
    void itOpensACaseByItsHeaderAlone() throws Exception {
        ReceivedMail mail = comesIn(tooLarge("Subject: The whole film"));

        assertThat(mail.state()).isEqualTo(State.DELIVERED);
        assertThat(mail.from()).isEqualTo(customer);
        assertThat(mail.subject()).isEqualTo("The whole film");
        assertThat(mail.reason()).startsWith("Over the size limit");
        assertThat(mail.size()).isGreaterThan(sizes.largest().toBytes());
        assertThat(new String(log.raw(mail.id()).orElseThrow(), StandardCharsets.UTF_8))
                .contains("Subject: The whole film")
                .doesNotContain("too long a line");
    }

    @Test
    void itStaysUnreadInItsMailbox() throws Exception {
        comesIn(tooLarge("Subject: Stays"));

        assertThat(folder.getMessages()).hasSize(1);
        assertThat(folder.getMessages().get(0).getFlags().contains(Flags.Flag.SEEN))
                .isFalse();
    }

    @Test
    void itIsPickedUpOnceAndHoldsUpNoOther() throws Exception {
        comesIn(tooLarge("Subject: Once"));
        deliver(Eml.of("From: " + customer, "Subject: Small", "", "Hello"));

        pickUp();
        pickUp();

        assertThat(subjects()).containsExactly("Once", "Small");
    }

    @Test
    void theCaseAndTheLogSayHowLargeItIsAndWhereItLies() throws Exception {
        ReceivedMail mail = comesIn(tooLarge("Subject: Where is it"));

        assertThat(page("/cases/" + mail.caseNumber(), Locale.ENGLISH))
                .contains("too large to be kept: 2.9 MB, 1.0 MB are the most")
                .contains("untouched in the mailbox " + address + ", INBOX")
                .doesNotContain("This mail has no text");
        assertThat(page("/cases/" + mail.caseNumber(), Locale.GERMAN)).contains("2,9 MB, höchstens 1,0 MB");
        assertThat(page("/admin/received-mails/" + mail.id(), Locale.ENGLISH))
                .contains("Over the size limit: 2.9 MB, 1.0 MB are the most");
        assertThat(page("/admin/received-mails", Locale.GERMAN)).contains("Zu groß: 2,9 MB, höchstens 1,0 MB");
    }

    @Test
    void theConfirmationAsksToSendItInASmallerForm() throws Exception {
        ReceivedMail mail = comesIn(tooLarge("Subject: Confirm"));
        play.runJobs(mail.caseNumber());

        assertThat(sentTo(customer)).hasSize(1);
        assertThat(sentTo(customer).get(0))
                .contains("was too large for us to receive (2.9 MB)")
                .contains("send it again in a smaller form");
    }

    @Test
    void theConfirmationOfAMailThatWasKeptSaysNothingOfTheKind() throws Exception {
        ReceivedMail mail = comesIn(Eml.of("From: " + customer, "Subject: Small", "", "Hello"));
        play.runJobs(mail.caseNumber());

        assertThat(sentTo(customer).get(0)).doesNotContain("too large");
    }

    @Test
    void aMachineThatWritesTooMuchGetsNoAnswer() throws Exception {
        ReceivedMail mail = comesIn(tooLarge("Subject: Report", "Auto-Submitted: auto-generated"));
        play.runJobs(mail.caseNumber());

        assertThat(sentTo(customer)).isEmpty();
    }

    @Test
    void eachAdminIsToldOnceAMail() throws Exception {
        ReceivedMail mail = comesIn(tooLarge("Subject: Tell"));

        List<String> told = jdbc.sql(
                        """
                        select convert_from(raw, 'UTF8') from outgoing_mail
                        where case_number = :number and cause like '%too-large%'
                        """)
                .param("number", mail.caseNumber().value())
                .query(String.class)
                .list();
        assertThat(told)
                .filteredOn(notice -> notice.contains("<admin@staff.localhost>"))
                .singleElement()
                .asString()
                .contains("Over the size limit", address);
    }

    @Test
    void itJoinsTheCaseThatItAnswers() throws Exception {
        String id = UUID.randomUUID() + "@example.com";
        CaseNumber number = comesIn(
                        Eml.of("From: " + customer, "Message-ID: <" + id + ">", "Subject: Film", "", "Soon"))
                .caseNumber();

        ReceivedMail mail = comesIn(tooLarge("Subject: Re: Film", "In-Reply-To: <" + id + ">"));

        assertThat(mail.caseNumber()).isEqualTo(number);
        assertThat(page("/cases/" + number, Locale.ENGLISH)).contains("too large to be kept");
    }

    private ReceivedMail comesIn(byte[] raw) throws Exception {
        deliver(raw);
        pickUp();
        return log.line(jdbc.sql("select max(id) from received_mail")
                        .query(Long.class)
                        .single())
                .orElseThrow();
    }

    private void deliver(byte[] raw) throws Exception {
        folder.store(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
    }

    private void pickUp() throws Exception {
        pickup.pickUp(() -> true);
        worker.workOff();
    }

    /** Three times as large as the tests' limit, with a file that a reading of the header cannot find. */
    private byte[] tooLarge(String... fields) {
        String head = String.join("\r\n", fields);
        String line = "too long a line ".repeat(4) + "\r\n";
        String body = line.repeat(3_000_000 / line.length());
        return ("From: Carla Customer <" + customer + ">\r\nTo: " + address + "\r\n" + head
                        + "\r\nMessage-ID: <" + UUID.randomUUID() + "@example.com>"
                        + "\r\nContent-Type: multipart/mixed; boundary=part\r\n\r\n--part\r\n\r\n" + body
                        + "--part--\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private List<String> subjects() {
        return jdbc.sql("select subject from received_mail where from_address = :from order by id")
                .param("from", customer)
                .query(String.class)
                .list();
    }

    private List<String> sentTo(String recipient) {
        return jdbc
                .sql(
                        """
                        select convert_from(raw, 'UTF8') from outgoing_mail where :recipient = any (recipients) order by id
                        """)
                .param("recipient", recipient)
                .query(String.class)
                .list()
                .stream()
                .map(raw -> raw.replace("=\r\n", "").replaceAll("\\s+", " "))
                .toList();
    }

    private String page(String path, Locale language) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(user("admin")).locale(language))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8))
                .text();
    }
}
