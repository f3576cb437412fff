package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.mailroom.intake.Eml;
import org.mailroom.intake.Intake;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MailroomTest
class PickupsTests {

    @Autowired
    private MailboxAccounts accounts;

    @Autowired
    private Connections connections;

    @Autowired
    private ReceivedMails received;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private IntakeWorker worker;

    @Autowired
    private Leases leases;

    @Autowired
    private PickupNotes notes;

    @Autowired
    private Intake intake;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anAccountThatIsAddedWhileMailroomRunsIsPickedUpAndItsFailureStopsNoOther() {
        TwoInboxes.addIfMissing(jdbc);
        var pickups = new Pickups(accounts, connections, leases, notes, everyTenthOfASecond());
        pickups.start();

        accounts.add(TwoInboxes.account("pickups-broken", 1));
        accounts.add(TwoInboxes.account(
                "pickups-good", RealParts.mailServer().getImap().getPort()));
        await().until(() -> isNotNull("last_error", "pickups-broken"));
        await().until(() -> isNotNull("last_good_pickup", "pickups-good"));

        accounts.remove(id("pickups-good"));
        await().until(() -> !isNotNull("leased_by", "pickups-good"));
        pickups.stop();
        assertThat(pickups.isRunning()).isFalse();
        assertThat(isNotNull("leased_by", "pickups-broken")).isFalse();
        TwoInboxes.forgetAccounts(jdbc, "pickups-%");
    }

    @Test
    void anAccountThatIsPausedIsLeftAtOnceAlsoWhileItsServerIsListenedTo() {
        TwoInboxes.addIfMissing(jdbc);
        var pickups = new Pickups(accounts, connections, leases, notes, everyTenthOfASecond());
        pickups.start();
        accounts.add(TwoInboxes.account(
                "pickups-paused", RealParts.mailServer().getImap().getPort()));
        await().until(() -> isNotNull("last_good_pickup", "pickups-paused"));

        accounts.pause(id("pickups-paused"));

        await().until(() -> !isNotNull("leased_by", "pickups-paused"));
        pickups.stop();
        TwoInboxes.forgetAccounts(jdbc, "pickups-%");
    }

    @Test
    void aMailThatIsKeptIsTakenInAtOnce() {
        var loop = new IntakeLoop(worker, new IntakeSettings(true, 2, Duration.ofHours(1)));
        loop.start();
        TwoInboxes.addIfMissing(jdbc);

        long id = new FrontDoor(received, loop, intake, transaction)
                .keep(TwoInboxes.SUPPORT, Eml.of("From: support@mailroom.localhost", "Message-ID: <loop@x>", "", "Hi"))
                .id();
        await().until(() -> jdbc.sql("select state from received_mail where id = :id")
                .param("id", id)
                .query(String.class)
                .single()
                .equals("IGNORED"));

        loop.stop();
        assertThat(loop.isRunning()).isFalse();
    }

    private static PickupSettings everyTenthOfASecond() {
        return new PickupSettings(
                true, Duration.ofMillis(100), Duration.ofMinutes(1), Duration.ofDays(1), Duration.ofMinutes(5));
    }

    private long id(String account) {
        return jdbc.sql("select id from mailbox_account where name = :name")
                .param("name", account)
                .query(Long.class)
                .single();
    }

    private boolean isNotNull(String column, String account) {
        return jdbc.sql("select " + column + " is not null from mailbox_account where name = :name")
                .param("name", account)
                .query(Boolean.class)
                .single();
    }
}
