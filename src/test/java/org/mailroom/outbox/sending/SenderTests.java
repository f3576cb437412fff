package org.mailroom.outbox.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.outbox.Draft;
import org.mailroom.outbox.Drafts;
import org.mailroom.outbox.MailSent;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.outbox.OutgoingMail.State;
import org.mailroom.outbox.SendingFailed;
import org.mailroom.outbox.smtp.GrumpyMailServer;
import org.mailroom.outbox.smtp.GrumpyMailServer.Taken;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens when the mail server does not take a mail, with a real server that refuses on demand. */
@MailroomTest
class SenderTests {

    @Autowired
    Outbox outbox;

    @Autowired
    ApplicationContext app;

    @Autowired
    JdbcClient jdbc;

    private final List<Object> told = new ArrayList<>();
    private Consumer<Object> listener = told::add;
    private GrumpyMailServer server;
    private SenderTo sender;

    @BeforeEach
    void startServer() throws IOException {
        SenderTo.begin(app);
        server = new GrumpyMailServer();
        sender = new SenderTo(
                server.port(),
                Settings.kind().waitsForAnAnswer(Duration.ofMillis(500)).settings(),
                event -> listener.accept(event),
                app);
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
        SenderTo.forget(jdbc);
    }

    @Test
    void aSentMailIsToldOnce() {
        OutgoingMail mail = sender.put("a@customer.example");

        sender.workOff();
        sender.workOff();

        assertThat(told).containsExactly(new MailSent(mail.id(), null));
    }

    @Test
    void whatIsRefusedForNowIsTriedAgainLater() {
        server.answer("DATA", "451 4.3.0 come back later");
        OutgoingMail mail = sender.put("later@customer.example");

        sender.workOff();

        OutgoingMail now = sender.now(mail);
        assertThat(now.state()).isEqualTo(State.WAITING);
        assertThat(now.attempts()).isEqualTo(1);
        assertThat(now.nextAttempt()).isAfter(mail.nextAttempt().plusSeconds(9));
        assertThat(now.lastError()).isEqualTo("451 4.3.0 come back later");
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsRefusedForGoodFailsAtOnceWithTheServersWords() {
        server.answer("gone@customer.example", "550 5.1.1 nobody of this name");
        OutgoingMail mail = sender.put("gone@customer.example");

        sender.workOff();

        assertThat(sender.now(mail).state()).isEqualTo(State.FAILED);
        assertThat(told)
                .containsExactly(new SendingFailed(mail.id(), null, "Hello", "550 5.1.1 nobody of this name", true));
    }

    @Test
    void aRefusalOfTheWholeMailIsForGoodToo() {
        server.answer(".", "554 5.7.1 looks like spam");
        OutgoingMail mail = sender.put("spam@customer.example");

        sender.workOff();

        assertThat(sender.now(mail).state()).isEqualTo(State.FAILED);
        assertThat(sender.now(mail).lastError()).isEqualTo("554 5.7.1 looks like spam");
    }

    @Test
    void aPersonIsToldAtTheThirdFailureAndOnce() {
        server.answer("MAIL", "451 busy");
        OutgoingMail mail = sender.put("third@customer.example");

        for (int failures = 1; failures <= 5; failures++) {
            sender.workOff();
            assertThat(told).hasSize(failures < 3 ? 0 : 1);
            skipPause(mail);
        }

        assertThat(told).containsExactly(new SendingFailed(mail.id(), null, "Hello", "451 busy", false));
    }

    @Test
    void aServerThatIsBackGetsTheMail() {
        server.answer("MAIL", "451 busy");
        OutgoingMail mail = sender.put("back@customer.example");
        sender.workOff();

        server.beKind();
        skipPause(mail);
        sender.workOff();

        assertThat(server.taken())
                .containsExactly(new Taken("outbox-test@mailroom.localhost", List.of("back@customer.example")));
        assertThat(sender.now(mail).state()).isEqualTo(State.SENT);
        assertThat(sender.now(mail).lastError()).isNull();
    }

    @Test
    void whatIsRefusedForADayIsGivenUpWithTheServersLastWords() {
        server.answer("DATA", "451 4.3.0 come back later");
        OutgoingMail mail = sender.put("day@customer.example");
        sender.workOff();
        jdbc.sql("update outgoing_mail set refused_since = now() - interval '1 day' where id = :id")
                .param("id", mail.id())
                .update();
        skipPause(mail);

        server.answer("DATA", "452 4.3.1 still no room");
        sender.workOff();

        assertThat(sender.now(mail).state()).isEqualTo(State.FAILED);
        assertThat(told).containsExactly(new SendingFailed(mail.id(), null, "Hello", "452 4.3.1 still no room", true));
    }

    @Test
    void theLastTryIsAtTheEndOfTheDay() {
        server.answer("DATA", "451 4.3.0 come back later");
        OutgoingMail mail = sender.put("end-of-day@customer.example");
        sender.workOff();
        jdbc.sql(
                        """
                        update outgoing_mail set attempts = 9, refused_since = now() - interval '1 day' + interval '1 minute'
                        where id = :id
                        """)
                .param("id", mail.id())
                .update();
        skipPause(mail);

        sender.workOff();

        assertThat(sender.now(mail).state()).isEqualTo(State.WAITING);
        assertThat(sender.now(mail).nextAttempt()).isBefore(Instant.now().plusSeconds(61));
    }

    @Test
    void whatWasToldToWaitIsToldAgainWhenItIsGivenUp() {
        server.answer("DATA", "451 later");
        OutgoingMail mail = sender.put("told-twice@customer.example");
        for (int failure = 1; failure <= 3; failure++) {
            sender.workOff();
            skipPause(mail);
        }
        server.answer("DATA", "554 never");
        sender.workOff();

        assertThat(told)
                .containsExactly(
                        new SendingFailed(mail.id(), null, "Hello", "451 later", false),
                        new SendingFailed(mail.id(), null, "Hello", "554 never", true));
    }

    @Test
    void sendingAgainStartsANewDay() {
        server.answer("DATA", "451 later");
        OutgoingMail mail = sender.put("new-day@customer.example");
        sender.workOff();
        jdbc.sql("update outgoing_mail set state = 'FAILED', refused_since = now() - interval '1 day' where id = :id")
                .param("id", mail.id())
                .update();

        outbox.sendAgain(mail.id());
        sender.workOff();

        assertThat(sender.now(mail).state()).isEqualTo(State.WAITING);
    }

    @Test
    void aServerThatHangsUpIsTriedAgain() {
        server.answer(".", GrumpyMailServer.HANG_UP);
        OutgoingMail mail = sender.put("hang-up@customer.example");

        sender.workOff();

        assertThat(sender.now(mail).state()).isEqualTo(State.WAITING);
        assertThat(sender.now(mail).lastError()).isNotBlank();
    }

    @Test
    void aServerThatKeepsSilentDoesNotHoldTheOutbox() {
        server.answer("RCPT", GrumpyMailServer.SILENCE);
        OutgoingMail mail = sender.put("silence@customer.example");

        sender.workOff();

        assertThat(sender.now(mail).state()).isEqualTo(State.WAITING);
        assertThat(sender.now(mail).attempts()).isEqualTo(1);
    }

    @Test
    void theMailBehindARefusedOneGoesOnOverTheSameConnection() {
        server.answer("refused@customer.example", "550 no");
        sender.put("refused@customer.example");
        OutgoingMail behind = sender.put("behind@customer.example");

        sender.workOff();

        assertThat(sender.now(behind).state()).isEqualTo(State.SENT);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aRefusedRecipientDoesNotKeepItFromTheOthersNorGiveItToThemTwice() {
        server.answer("full@customer.example", "452 mailbox full");
        OutgoingMail mail = sender.put("good@customer.example", "full@customer.example");

        sender.workOff();
        assertThat(sender.now(mail).state()).isEqualTo(State.WAITING);
        assertThat(sender.now(mail).lastError()).isEqualTo("452 mailbox full");

        server.beKind();
        skipPause(mail);
        sender.workOff();

        assertThat(server.taken())
                .extracting(Taken::recipients)
                .containsExactly(List.of("good@customer.example"), List.of("full@customer.example"));
        assertThat(sender.now(mail).state()).isEqualTo(State.SENT);
    }

    @Test
    void oneOfSeveralRecipientsRefusedForGoodIsAFailureThatAPersonSees() {
        server.answer("gone-too@customer.example", "550 gone");
        OutgoingMail mail = sender.put("fine@customer.example", "gone-too@customer.example");

        sender.workOff();

        assertThat(sender.now(mail).state()).isEqualTo(State.FAILED);
        assertThat(server.taken()).extracting(Taken::recipients).containsExactly(List.of("fine@customer.example"));
        assertThat(told).containsExactly(new SendingFailed(mail.id(), null, "Hello", "550 gone", true));
    }

    @Test
    void sendingAgainStartsAfresh() {
        server.answer("RCPT", "550 no");
        OutgoingMail mail = sender.put("again@customer.example");
        sender.workOff();

        server.beKind();
        outbox.sendAgain(mail.id());
        assertThat(sender.now(mail).attempts()).isZero();
        sender.workOff();

        assertThat(sender.now(mail).state()).isEqualTo(State.SENT);
        assertThat(told).hasSize(2).last().isEqualTo(new MailSent(mail.id(), null));
    }

    @Test
    void aListenerThatThrowsIsToldAgainAndTheMailIsNotSentTwice() {
        listener = event -> {
            throw new IllegalStateException("The case is busy");
        };
        OutgoingMail mail = sender.put("listener@customer.example");
        sender.workOff();
        assertThat(sender.now(mail).state()).isEqualTo(State.SENT);

        listener = told::add;
        jdbc.sql("update outgoing_mail_news set next_attempt_at = now()").update();
        sender.workOff();

        assertThat(told).containsExactly(new MailSent(mail.id(), null));
        assertThat(server.taken()).hasSize(1);
    }

    @Test
    void aListenerThatRefusesOneNewsHoldsUpNoOther() {
        OutgoingMail busy = sender.put("busy@customer.example");
        OutgoingMail other = sender.put("other@customer.example");
        listener = event -> {
            if (event.equals(new MailSent(busy.id(), null))) {
                throw new IllegalStateException("The case is busy");
            }
            told.add(event);
        };

        sender.workOff();

        assertThat(told).contains(new MailSent(other.id(), null)).doesNotContain(new MailSent(busy.id(), null));
        assertThat(jdbc.sql("select outgoing_mail_id from outgoing_mail_news where attempts = 1")
                        .query(Long.class)
                        .list())
                .containsExactly(busy.id());
    }

    @Test
    void aFailureThatIsOverIsNotToldAnyMore() {
        listener = event -> {
            throw new IllegalStateException("The case is busy");
        };
        server.answer("RCPT", "550 no");
        OutgoingMail mail = sender.put("over@customer.example");
        sender.workOff();

        listener = told::add;
        server.beKind();
        outbox.sendAgain(mail.id());
        sender.workOff();
        jdbc.sql("update outgoing_mail_news set next_attempt_at = now()").update();
        sender.workOff();

        assertThat(told).containsExactly(new MailSent(mail.id(), null));
    }

    @Test
    void anAutomaticAnswerHasNoSenderOnItsEnvelope() {
        outbox.put(Drafts.to("envelope@customer.example")
                .kind(Draft.Kind.AUTOMATIC_ANSWER)
                .draft());

        sender.workOff();

        assertThat(server.taken()).extracting(Taken::from).containsExactly("");
    }

    private void skipPause(OutgoingMail mail) {
        jdbc.sql("update outgoing_mail set next_attempt_at = now() where id = :id")
                .param("id", mail.id())
                .update();
    }
}
