package org.mailroom.outbox.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.outbox.OutgoingMail.State;
import org.mailroom.outbox.smtp.Delivery;
import org.mailroom.outbox.smtp.GrumpyMailServer;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Several nodes send by one account, and some of them die at it. */
@MailroomTest
class RoundsTests {

    @Autowired
    ApplicationContext app;

    @Autowired
    DueMails due;

    @Autowired
    Rounds rounds;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private GrumpyMailServer server;
    private SenderTo sender;

    @BeforeEach
    void startServer() throws IOException {
        SenderTo.begin(app);
        server = new GrumpyMailServer();
        sender = sender(Settings.kind());
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
        SenderTo.forget(jdbc);
    }

    private SenderTo sender(Settings settings) {
        return new SenderTo(server.port(), settings.settings(), told -> {}, app);
    }

    @Test
    void allNodesTogetherHaveNoMoreConnectionsThanTheAccountMayHave() {
        Account account =
                sender(Settings.kind().connections(2)).accounts.find(0).orElseThrow();

        assertThat(rounds.begin(account)).isPresent();
        long second = rounds.begin(account).orElseThrow().round();
        assertThat(rounds.begin(account)).isEmpty();

        rounds.end(second);
        assertThat(rounds.begin(account)).isPresent();
    }

    @Test
    void theConnectionOfADeadNodeIsFreeWhenItsLeaseIsOver() {
        Account account =
                sender(Settings.kind().connections(1)).accounts.find(0).orElseThrow();
        rounds.begin(account);
        jdbc.sql("update outgoing_round set lease_until = now() - interval '1 second'")
                .update();

        assertThat(rounds.begin(account)).isPresent();
    }

    @Test
    void whatANodeIsAtNobodyElseSends() {
        OutgoingMail mail = put();
        take();

        sender.workOff();

        assertThat(server.taken()).isEmpty();
        assertThat(sender.now(mail).state()).isEqualTo(State.WAITING);
    }

    @Test
    void theMailThatADeadNodeWasAtIsSentAgainAndCounted() {
        OutgoingMail inHand = put();
        OutgoingMail untouched = put();
        take();

        leasesEnd();
        sendsAll();

        assertThat(doubled(inHand)).isEqualTo(1);
        assertThat(doubled(untouched)).isZero();
        assertThat(sender.meters.counter("mailroom.mails.possibly.doubled").count())
                .isEqualTo(1);
        assertThat(sender.now(untouched).state()).isEqualTo(State.SENT);
    }

    @Test
    void whereTheDatabaseForgotWhichMailItWasAtEachIsCounted() {
        List<OutgoingMail> mails = List.of(put(), put(), put());
        take();
        databaseForgets();

        leasesEnd();
        sendsAll();

        assertThat(mails).allSatisfy(mail -> assertThat(doubled(mail)).isEqualTo(1));
    }

    @Test
    void whatWasSentIsNotSentAgainWhereTheDatabaseForgotIt() {
        OutgoingMail sent = put();
        Account account = sender.accounts.find(0).orElseThrow();
        var round = new Round(rounds.begin(account).orElseThrow().round());
        try (var line = account.server().line(100)) {
            sender.postman.carry(sender.postman.take(round, account, 20), round, line, new Bell());
            databaseForgets();
            jdbc.sql(
                            "update outgoing_mail set state = 'WAITING', taken_until = now() + interval '1 hour' where id = :id")
                    .param("id", sent.id())
                    .update();
            OutgoingMail next = put();

            List<DueMail> taken = sender.postman.take(round, account, 20);

            assertThat(taken).extracting(DueMail::id).containsExactly(next.id());
            assertThat(sender.now(sent).state()).isEqualTo(State.SENT);
        }
    }

    @Test
    void aMailThatWasNotedIsNotCounted() {
        OutgoingMail mail = put();

        sender.workOff();

        assertThat(doubled(mail)).isZero();
        assertThat(jdbc.sql("select count(*) from outgoing_mail_in_hand")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aResultDoesNotWaitForTheDisk() {
        OutgoingMail mail = put();
        List<DueMail> taken = take();

        transaction.executeWithoutResult(status -> {
            jdbc.sql("set local synchronous_commit = on").update();
            new Results(jdbc, Settings.kind().settings())
                    .note(-1, taken.get(0), new Delivery(List.of("rounds@customer.example"), null, null), null);
            assertThat(jdbc.sql("select current_setting('synchronous_commit')")
                            .query(String.class)
                            .single())
                    .isEqualTo("off");
        });

        assertThat(sender.now(mail).state()).isEqualTo(State.SENT);
    }

    @Test
    void onlySoManyMailsLeaveInAMinute() {
        SenderTo slow = sender(Settings.kind().mailsPerMinute(1));
        put();
        put();

        slow.workOff();
        slow.workOff();
        sender(Settings.kind().mailsPerMinute(1)).workOff();
        assertThat(server.taken()).hasSize(1);

        jdbc.sql("update outgoing_account set paced_until = now()").update();
        slow.workOff();
        assertThat(server.taken()).hasSize(2);
    }

    @Test
    void manyAMinuteAreTakenByTheSecond() {
        for (int mail = 0; mail < 12; mail++) {
            put();
        }

        sender(Settings.kind().mailsPerMinute(600)).workOff();

        assertThat(server.taken()).hasSize(10);
    }

    @Test
    void aRoundThatWaitsForItsTimeKeepsItsConnection() {
        for (int mail = 0; mail < 4; mail++) {
            put();
        }
        SenderTo paced = sender(Settings.kind().mailsPerMinute(60));

        paced.sender.work(0, new Lull(new Bell(), Duration.ofSeconds(5)));

        assertThat(server.taken()).hasSize(4);
        assertThat(server.connections()).isEqualTo(1);
    }

    /** As a node does that dies before it has handed over anything more. */
    private List<DueMail> take() {
        Account account = sender.accounts.find(0).orElseThrow();
        return due.take(rounds.begin(account).orElseThrow().round(), account.id(), 20)
                .mails();
    }

    private void leasesEnd() {
        jdbc.sql("update outgoing_mail set taken_until = now() - interval '1 second' where taken_until is not null")
                .update();
        jdbc.sql("update outgoing_round set lease_until = now() - interval '1 second'")
                .update();
    }

    /** Nothing is taken from the dead right after the start of the database, so this may have to be asked again. */
    private void sendsAll() {
        await().until(() -> {
            sender.workOff();
            return jdbc.sql("select count(*) from outgoing_mail where inbox_key = 'outbox-test' and state = 'WAITING'")
                            .query(Integer.class)
                            .single()
                    == 0;
        });
    }

    private void databaseForgets() {
        jdbc.sql("truncate outgoing_mail_in_hand").update();
    }

    private OutgoingMail put() {
        return sender.put("rounds@customer.example");
    }

    private int doubled(OutgoingMail mail) {
        return jdbc.sql("select possibly_doubled from outgoing_mail where id = :id")
                .param("id", mail.id())
                .query(Integer.class)
                .single();
    }
}
