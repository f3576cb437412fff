package org.mailroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.outbox.OutgoingMail.State;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The workers, started by the test; in tests the application's own are off. */
@MailroomTest
class SendingShiftTests {

    private static final Duration NEVER = Duration.ofDays(1);

    @Autowired
    Composer composer;

    @Autowired
    OutgoingMails mails;

    @Autowired
    Sender sender;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private SendingShift shift;

    @BeforeEach
    void openInbox() {
        OutboxTests.openInbox(jdbc);
    }

    @AfterEach
    void stop() {
        shift.stop();
    }

    @Test
    void aMailLeavesRightAfterItsCommit() {
        Outbox outbox = outboxThatLooksEvery(NEVER);

        OutgoingMail put = transaction.execute(
                status -> outbox.put(Drafts.to("commit@customer.example").draft()));

        await().until(() -> mails.find(put.id()).orElseThrow().state() == State.SENT);
    }

    @Test
    void aMailPutByAnotherNodeIsFoundByTheClock() {
        Outbox outbox = outboxThatLooksEvery(Duration.ofMillis(50));

        OutgoingMail put =
                mails.keep(draft("clock@customer.example"), composer.compose(draft("clock@customer.example")));

        await().until(() -> outbox.find(put.id()).orElseThrow().state() == State.SENT);
    }

    @Test
    void sendAgainWakesTheWorkers() {
        Outbox outbox = outboxThatLooksEvery(NEVER);
        OutgoingMail put =
                mails.keep(draft("wakes@customer.example"), composer.compose(draft("wakes@customer.example")));

        outbox.sendAgain(put.id());

        await().until(() -> mails.find(put.id()).orElseThrow().state() == State.SENT);
    }

    @Test
    void aStoppedShiftSendsNothing() {
        Outbox outbox = outboxThatLooksEvery(Duration.ofMillis(50));
        shift.stop();

        OutgoingMail put = outbox.put(draft("stopped@customer.example"));

        assertThat(shift.isRunning()).isFalse();
        assertThat(mails.find(put.id()).orElseThrow().state()).isEqualTo(State.WAITING);
    }

    private Outbox outboxThatLooksEvery(Duration poll) {
        var settings = new OutboxSettings(
                true, 2, poll, 100, true, false, Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(5));
        shift = new SendingShift(sender, settings);
        shift.start();
        return new Outbox(composer, mails, shift);
    }

    private static Draft draft(String address) {
        return Drafts.to(address).draft();
    }
}
