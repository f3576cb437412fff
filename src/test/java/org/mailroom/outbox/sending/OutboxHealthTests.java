package org.mailroom.outbox.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.outbox.Drafts;
import org.mailroom.outbox.Outbox;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the outbox is well, and what can be watched of it. */
@MailroomTest
class OutboxHealthTests {

    @Autowired
    Outbox outbox;

    @Autowired
    Backlog backlog;

    @Autowired
    Rounds rounds;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationContext app;

    @Autowired
    JdbcClient jdbc;

    private OutboxHealth health;

    @BeforeEach
    void openInbox() {
        health = new OutboxHealth(backlog, Settings.kind().settings());
        SenderTo.begin(app);
        SenderTo.forget(jdbc);
    }

    @AfterEach
    void forget() {
        SenderTo.forget(jdbc);
    }

    @Test
    void anEmptyOutboxIsWell() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void itIsDownWhenTheServerTakesNothingForTenMinutesAlthoughMailWaits() {
        putLongAgo();
        troubleSince("10 minutes");

        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(health.health().getDetails().get("stuck")).asString().contains("535 wrong password");
    }

    @Test
    void aServerThatIsAwayForAMomentDoesNotTakeItDown() {
        putLongAgo();
        troubleSince("9 minutes");

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aServerThatIsAwayWhileNothingWaitsDoesNotTakeItDown() {
        troubleSince("1 day");

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void itIsDownWhenNoNodeSends() {
        putLongAgo();

        assertThat(health.health().getDetails().get("stuck")).asString().contains("No node sends");

        rounds.begin(accounts.find(0).orElseThrow());
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aNodeThatDoesNotSendLeavesThatToTheOthers(@Autowired OutboxHealth ofNodeThatDoesNot) {
        putLongAgo();

        assertThat(ofNodeThatDoesNot.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aMailThatIsRefusedForNowDoesNotTakeItDown() {
        long mail = putLongAgo();
        jdbc.sql("update outgoing_mail set attempts = 5, next_attempt_at = now() + interval '1 hour' where id = :id")
                .param("id", mail)
                .update();

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void whatWaitsAndFailedIsMeasuredWithTheAgeOfTheOldest() {
        var meters = new SimpleMeterRegistry();
        var metrics = new OutboxMetrics(backlog, meters);
        metrics.look();
        double waiting = meters.get("mailroom.outbox.waiting").gauge().value();
        double failed = meters.get("mailroom.outbox.failed").gauge().value();

        long mail = putLongAgo();
        jdbc.sql("update outgoing_mail set created_at = now() - interval '300 days' where id = :id")
                .param("id", mail)
                .update();
        jdbc.sql("update outgoing_mail set state = 'FAILED' where id = :id")
                .param("id", putLongAgo())
                .update();
        metrics.look();

        assertThat(meters.get("mailroom.outbox.waiting").gauge().value()).isEqualTo(waiting + 1);
        assertThat(meters.get("mailroom.outbox.failed").gauge().value()).isEqualTo(failed + 1);
        assertThat(meters.get("mailroom.outbox.oldest.waiting.seconds").gauge().value())
                .isGreaterThanOrEqualTo(300 * 86_400);
    }

    private long putLongAgo() {
        long mail = outbox.put(Drafts.to("health@customer.example").draft()).id();
        jdbc.sql("update outgoing_mail set next_attempt_at = now() - interval '1 hour' where id = :id")
                .param("id", mail)
                .update();
        return mail;
    }

    private void troubleSince(String interval) {
        jdbc.sql(
                        """
                        update outgoing_account
                        set trouble = 'LOGIN_REFUSED', trouble_words = '535 wrong password',
                            trouble_since = now() - :interval::interval
                        where id = 0
                        """)
                .param("interval", interval)
                .update();
    }
}
