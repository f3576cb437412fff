package org.mailroom.outbox.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.outbox.OutgoingMail.State;
import org.mailroom.outbox.SendingFailed;
import org.mailroom.outbox.smtp.GrumpyMailServer;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that takes no mail at all is no failure of the mails that wait for it. */
@MailroomTest
class ServerTroubleTests {

    @Autowired
    Outbox outbox;

    @Autowired
    ApplicationContext app;

    @Autowired
    JdbcClient jdbc;

    private final List<Object> told = new ArrayList<>();
    private GrumpyMailServer server;
    private SenderTo sender;

    @BeforeEach
    void startServer() throws IOException {
        SenderTo.begin(app);
        server = new GrumpyMailServer();
        sender = sender(SenderTo.mailServer(server.port()));
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
        SenderTo.forget(jdbc);
    }

    private SenderTo sender(JavaMailSenderImpl mail) {
        OutboxSettings settings =
                Settings.kind().waitsForAnAnswer(Duration.ofMillis(500)).settings();
        return new SenderTo(mail, settings, told::add, app);
    }

    @Test
    void aServerThatIsAwayCostsNoMailATry() throws IOException {
        server.close();
        List<OutgoingMail> mails =
                List.of(sender.put("away-1@customer.example"), sender.put("away-2@customer.example"));

        sender.workOff();

        assertThat(mails).allSatisfy(this::waitsUntried);
        assertThat(trouble()).isEqualTo("UNREACHABLE");
        assertThat(words()).contains("127.0.0.1");
        assertThat(told).isEmpty();
    }

    @Test
    void allOfItLeavesAtOnceWhenTheServerIsBack() throws IOException {
        int port = server.port();
        server.close();
        List<OutgoingMail> mails =
                List.of(sender.put("back-1@customer.example"), sender.put("back-2@customer.example"));
        sender.workOff();

        try (var back = new GrumpyMailServer(port)) {
            restIsOver();
            sender.workOff();

            assertThat(mails)
                    .allSatisfy(mail -> assertThat(sender.now(mail).state()).isEqualTo(State.SENT));
            assertThat(back.connections()).isEqualTo(1);
            assertThat(trouble()).isNull();
        }
    }

    @Test
    void aServerThatRestsIsTriedByNobody() {
        server.answer("hello", "421 4.3.2 closed for the night");
        sender.put("night@customer.example");
        sender.workOff();

        sender.workOff();

        assertThat(server.connections()).isEqualTo(1);
        assertThat(trouble()).isEqualTo("OTHER");
        assertThat(words()).contains("closed for the night");
    }

    @Test
    void whoeverSaysSendAgainHasTheServerTriedAtOnce() {
        server.answer("hello", "421 4.3.2 closed for the night");
        OutgoingMail mail = sender.put("at-once@customer.example");
        sender.workOff();

        server.beKind();
        outbox.sendAgain(mail.id());
        sender.workOff();

        assertThat(sender.now(mail).state()).isEqualTo(State.SENT);
    }

    @Test
    void aRefusedLoginIsNamedAndGivesNoMailUp() {
        server.answer("EHLO", "250-grumpy.example\r\n250 AUTH PLAIN").answer("AUTH", "535 5.7.8 wrong password");
        JavaMailSenderImpl mail = SenderTo.mailServer(server.port());
        mail.setUsername("mailroom");
        mail.setPassword("wrong");
        OutgoingMail waiting = sender.put("login@customer.example");

        sender(mail).workOff();

        waitsUntried(waiting);
        assertThat(trouble()).isEqualTo("LOGIN_REFUSED");
        assertThat(words()).contains("535 5.7.8 wrong password");
    }

    @Test
    void aServerThatAsksForALoginFirstGivesNoMailUp() {
        server.answer("MAIL", "530 5.7.1 Client was not authenticated");
        OutgoingMail waiting = sender.put("no-login@customer.example");

        sender.workOff();

        waitsUntried(waiting);
        assertThat(trouble()).isEqualTo("LOGIN_REFUSED");
    }

    @Test
    void aServerWithoutTheTlsThatIsAskedForIsNamed() {
        JavaMailSenderImpl mail = SenderTo.mailServer(server.port());
        mail.getJavaMailProperties().put("mail.smtp.starttls.enable", "true");
        mail.getJavaMailProperties().put("mail.smtp.starttls.required", "true");
        OutgoingMail waiting = sender.put("tls@customer.example");

        sender(mail).workOff();

        waitsUntried(waiting);
        assertThat(trouble()).isEqualTo("UNPROTECTED");
    }

    @Test
    void tlsWithAServerThatSpeaksNoneIsNamed() {
        JavaMailSenderImpl mail = SenderTo.mailServer(server.port());
        mail.setProtocol("smtps");
        OutgoingMail waiting = sender.put("smtps@customer.example");

        sender(mail).workOff();

        waitsUntried(waiting);
        assertThat(trouble()).isEqualTo("UNPROTECTED");
    }

    @Test
    void aServerThatFallsSilentHoldsUpOneMailAlone() {
        server.answer("MAIL", GrumpyMailServer.SILENCE);
        OutgoingMail first = sender.put("silent-1@customer.example");
        OutgoingMail second = sender.put("silent-2@customer.example");

        sender.workOff();

        assertThat(sender.now(first).attempts()).isEqualTo(1);
        waitsUntried(second);
        assertThat(trouble()).isEqualTo("SILENT");
    }

    @Test
    void whileNobodyKnowsWhetherItIsWellOneMailIsTried() {
        server.answer("MAIL", GrumpyMailServer.SILENCE);
        OutgoingMail first = sender.put("probe-1@customer.example");
        sender.workOff();
        OutgoingMail second = sender.put("probe-2@customer.example");
        OutgoingMail third = sender.put("probe-3@customer.example");
        restIsOver();

        sender.workOff();

        assertThat(sender.now(first).attempts()).isEqualTo(1);
        assertThat(sender.now(second).attempts()).isEqualTo(1);
        waitsUntried(third);
        assertThat(probes()).isEqualTo(2);
    }

    @Test
    void aGuestWhoIsShownOutComesInAgainAndNoMailIsLate() {
        server.showOutAfter(2);
        List<OutgoingMail> mails = List.of(
                sender.put("shown-out-1@customer.example"),
                sender.put("shown-out-2@customer.example"),
                sender.put("shown-out-3@customer.example"));

        sender.workOff();

        assertThat(mails)
                .allSatisfy(mail -> assertThat(sender.now(mail).state()).isEqualTo(State.SENT));
        assertThat(server.connections()).isEqualTo(2);
        assertThat(trouble()).isNull();
    }

    @Test
    void aGuestWhoIsShownOutBeforeHeCouldSayAnythingComesBackLater() {
        server.showOutAfter(0);
        OutgoingMail mail = sender.put("shown-out@customer.example");

        sender.workOff();

        assertThat(sender.now(mail).state()).isEqualTo(State.WAITING);
        assertThat(server.connections()).isEqualTo(1);
        assertThat(trouble()).isEqualTo("OTHER");
    }

    @Test
    void theCaseOfAMailThatWaitsForLongIsToldWhy() {
        server.answer("hello", "421 4.3.2 closed for the night");
        OutgoingMail early = sender.put("early@customer.example");
        sender.put("late@customer.example");
        jdbc.sql("update outgoing_mail set next_attempt_at = now() - interval '11 minutes' where id = :id")
                .param("id", early.id())
                .update();

        sender.workOff();
        restIsOver();
        sender.workOff();

        assertThat(told).containsExactly(new SendingFailed(early.id(), null, "Hello", words(), false));
    }

    private void waitsUntried(OutgoingMail mail) {
        assertThat(sender.now(mail).state()).isEqualTo(State.WAITING);
        assertThat(sender.now(mail).attempts()).isZero();
        assertThat(sender.now(mail).nextAttempt()).isEqualTo(mail.nextAttempt());
    }

    private void restIsOver() {
        jdbc.sql("update outgoing_account set resting_until = now()").update();
    }

    private String trouble() {
        return (String) account().get("trouble");
    }

    private String words() {
        return (String) account().get("trouble_words");
    }

    private int probes() {
        return (int) account().get("probes");
    }

    private Map<String, Object> account() {
        return jdbc.sql("select * from outgoing_account where id = 0").query().singleRow();
    }
}
