package org.mailroom.outbox.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.outbox.Drafts;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutgoingMail;
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
    Outbox outbox;

    @Autowired
    Sender sender;

    @Autowired
    Accounts accounts;

    @Autowired
    Rounds rounds;

    @Autowired
    Herald herald;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private SendingShift shift;

    @BeforeEach
    void openInbox() {
        Drafts.openInbox(jdbc);
    }

    @AfterEach
    void stop() {
        shift.stop();
    }

    @Test
    void aMailLeavesRightAfterItsCommit() {
        startToLookEvery(NEVER);

        OutgoingMail mail = transaction.execute(status -> {
            shift.wakeAfterCommit();
            return put("commit@customer.example");
        });

        await().until(() -> isSent(mail));
    }

    @Test
    void aMailPutByAnotherNodeIsFoundByTheClock() {
        startToLookEvery(Duration.ofMillis(50));

        OutgoingMail mail = put("clock@customer.example");

        await().until(() -> isSent(mail));
    }

    @Test
    void aConnectionWaitsForMoreMail() {
        startToLookEvery(NEVER);
        OutgoingMail first = put("first@customer.example");
        shift.wakeAfterCommit();
        await().until(() -> isSent(first));

        OutgoingMail second = put("second@customer.example");
        shift.wakeAfterCommit();

        await().until(() -> isSent(second));
        assertThat(roundOf(second)).isEqualTo(roundOf(first));
    }

    @Test
    void aStoppedShiftSendsNothingAndHoldsNothing() {
        startToLookEvery(Duration.ofMillis(50));
        shift.stop();

        OutgoingMail mail = put("stopped@customer.example");

        assertThat(shift.isRunning()).isFalse();
        assertThat(isSent(mail)).isFalse();
        assertThat(jdbc.sql("select count(*) from outgoing_round")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void startToLookEvery(Duration poll) {
        shift = new SendingShift(
                sender, accounts, rounds, herald, Settings.kind().looks(poll).settings());
        shift.start();
    }

    private OutgoingMail put(String address) {
        return outbox.put(Drafts.to(address).draft());
    }

    private boolean isSent(OutgoingMail mail) {
        return outbox.find(mail.id()).orElseThrow().state() == State.SENT;
    }

    private long roundOf(OutgoingMail mail) {
        return jdbc.sql("select round_id from outgoing_mail where id = :id")
                .param("id", mail.id())
                .query(Long.class)
                .single();
    }
}
