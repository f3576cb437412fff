package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.intake.Eml;
import org.mailroom.mailbox.Handling.Afterwards;
import org.mailroom.mailserver.Login.Password;
import org.mailroom.mailserver.Trouble;
import org.mailroom.mailserver.Trouble.Kind;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class PickupTests {

    @Autowired
    private MailboxAccounts accounts;

    @Autowired
    private Connections connections;

    @Autowired
    private Leases leases;

    @Autowired
    private PickupNotes notes;

    @Autowired
    private JdbcClient jdbc;

    private String address;
    private MailFolder folder;
    private AccountPickup pickup;

    @BeforeEach
    void anAccountOfItsOwn() throws Exception {
        TwoInboxes.addIfMissing(jdbc);
        address = "pickup-" + System.nanoTime() + "@mailroom.localhost";
        folder = inbox(RealParts.mailServer(), address);
        accounts.add(TwoInboxes.account(address, port()));
        connect();
    }

    @AfterEach
    void close() {
        pickup.close();
        TwoInboxes.forgetWaitingMail(jdbc);
        TwoInboxes.forgetAccounts(jdbc, "%" + address);
    }

    @Test
    void aMailIsKeptByteForByteWithItsNumberOnTheServer() throws Exception {
        byte[] raw = Eml.file("nested");
        deliver(raw);

        pickUp();

        assertThat(kept()).hasSize(1);
        assertThat(jdbc.sql("select raw from received_mail where mailbox_id = :id")
                        .param("id", id())
                        .query(byte[].class)
                        .single())
                .isEqualTo(raw);
        assertThat(cursor()).isEqualTo(folder.getMessages().get(0).getUid());
    }

    @Test
    void theServerIsToldAfterwards() throws Exception {
        deliver(mail("told"));

        pickUp();

        assertThat(isSeen(0)).isTrue();
    }

    @Test
    void aMailThatCouldNotBeKeptStaysUnflaggedAndComesAgainAndTheOthersDoNotWaitForIt() throws Throwable {
        deliver(mail("refused-" + address));
        deliver(mail("after-" + address));
        FailingDatabase.refusing(
                jdbc, "new.message_id = 'refused-%s'".formatted(address), () -> assertThatThrownBy(this::pickUp)
                        .isInstanceOf(PickupIncomplete.class)
                        .hasMessageContaining("[" + folder.getMessages().get(0).getUid() + "]"));
        assertThat(kept()).containsExactly("after-" + address);
        assertThat(isSeen(0)).isFalse();
        assertThat(isSeen(1)).isTrue();
        assertThat(cursor()).isZero();

        pickUp();
        assertThat(kept()).containsExactlyInAnyOrder("refused-" + address, "after-" + address);
        assertThat(isSeen(0)).isTrue();
    }

    @Test
    void aMailThatAnotherProgramHasReadIsPickedUpToo() throws Exception {
        deliver(mail("read-" + address));
        folder.getMessages().get(0).setFlag(Flags.Flag.SEEN, true);

        pickUp();

        assertThat(kept()).hasSize(1);
    }

    @Test
    void aMailThatIsDeliveredTwiceIsOneRow() throws Exception {
        deliver(mail("twice-" + address));
        deliver(mail("twice-" + address));

        pickUp();

        assertThat(kept()).hasSize(1);
        assertThat(isSeen(1)).isTrue();
        assertThat(cursor()).isEqualTo(folder.getMessages().get(1).getUid());
    }

    @Test
    void onlyNewMailIsPickedUpTheNextTime() throws Exception {
        deliver(mail("first-" + address));
        pickUp();
        jdbc.sql("delete from received_mail where mailbox_id = :id")
                .param("id", id())
                .update();
        deliver(mail("second-" + address));

        pickUp();

        assertThat(kept()).containsExactly("second-" + address);
    }

    @Test
    void whenTheServerNumbersItsMailAnewKnownMailStaysSingle() throws Exception {
        deliver(mail("known-" + address));
        pickUp();
        jdbc.sql("update mailbox_account set uid_validity = uid_validity - 1, last_uid = 1000 where id = :id")
                .param("id", id())
                .update();
        deliver(mail("fresh-" + address));

        pickUp();

        assertThat(kept()).containsExactlyInAnyOrder("known-" + address, "fresh-" + address);
        assertThat(cursor()).isEqualTo(folder.getMessages().get(1).getUid());
    }

    @Test
    void moreMailThanOneBatchIsPickedUpAtOnce() throws Exception {
        for (int number = 0; number < 120; number++) {
            deliver(mail("many-" + number + "-" + address));
        }

        pickUp();

        assertThat(kept()).hasSize(120);
    }

    @Test
    void aMailThatWasKeptBeforeACrashIsNotFetchedAgainButTheServerIsTold() throws Exception {
        deliver(mail("crash-" + address));
        pickUp();
        folder.getMessages().get(0).setFlag(Flags.Flag.SEEN, false);
        jdbc.sql("update mailbox_account set last_uid = 0 where id = :id")
                .param("id", id())
                .update();

        pickUp();

        assertThat(kept()).hasSize(1);
        assertThat(isSeen(0)).isTrue();
        assertThat(cursor()).isEqualTo(folder.getMessages().get(0).getUid());
    }

    @Test
    void mailMayStayAsItWas() throws Exception {
        handle(Afterwards.KEEP, null);
        deliver(mail("stays-" + address));

        pickUp();

        assertThat(kept()).hasSize(1);
        assertThat(isSeen(0)).isFalse();
    }

    @Test
    void mailMayBeMovedToAFolderThatIsMadeForIt() throws Exception {
        handle(Afterwards.MOVE, "Taken in");
        deliver(mail("moved-1-" + address));
        deliver(mail("moved-2-" + address));

        pickUp();

        assertThat(kept()).hasSize(2);
        assertThat(folder.getMessages()).isEmpty();
        assertThat(other("Taken in").getMessages()).hasSize(2);
    }

    @Test
    void mailMayBeDeleted() throws Exception {
        handle(Afterwards.DELETE, null);
        deliver(mail("deleted-" + address));

        pickUp();

        assertThat(kept()).hasSize(1);
        assertThat(folder.getMessages()).isEmpty();
    }

    @Test
    void mailThatWasThereBeforeIsLeftAloneWhereThatIsWanted() throws Exception {
        deliver(mail("old-" + address));
        accounts.change(
                id(), TwoInboxes.account(address, port(), new Handling("INBOX", true, Afterwards.FLAG, null, null)));
        connect();
        pickUp();
        deliver(mail("new-" + address));

        pickUp();

        assertThat(kept()).containsExactly("new-" + address);
        assertThat(isSeen(0)).isFalse();
    }

    @Test
    void mailThatIsNotInTheLogIsFoundByTheNightlyComparison() throws Exception {
        deliver(mail("lost-" + address));
        deliver(mail("known-" + address));
        pickUp();
        jdbc.sql("delete from received_mail where message_id = :id")
                .param("id", "lost-" + address)
                .update();
        pickUp();
        assertThat(kept()).containsExactly("known-" + address);

        jdbc.sql("update mailbox_account set reconciled_at = now() - interval '25 hours' where id = :id")
                .param("id", id())
                .update();
        pickUp();

        assertThat(kept()).containsExactly("known-" + address, "lost-" + address);
    }

    @Test
    void anotherServerWithTheSameNumbersIsReadFromItsBeginning() throws Exception {
        deliver(mail("here-" + address));
        pickUp();
        var other = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());
        other.start();
        String user = "other-" + address;
        deliver(inbox(other, user), mail("there-" + address));
        accounts.change(
                id(),
                new MailboxAccount(
                        address,
                        TwoInboxes.SUPPORT,
                        Protocol.IMAP,
                        TwoInboxes.server(other.getImap().getPort()),
                        new Password(user, "password"),
                        Handling.USUAL));
        jdbc.sql("update mailbox_account set uid_validity = null where id = :id")
                .param("id", id())
                .update();
        connect();

        pickUp();

        assertThat(kept()).containsExactly("here-" + address, "there-" + address);
        other.stop();
    }

    @Test
    void aChangeOfTheAccountCountsAtOnce() throws Exception {
        var watch = watch(id(), Duration.ofMillis(100));
        var thread = new Thread(watch);
        thread.start();
        await().until(() -> lastGoodPickup() != null);

        handle(Afterwards.DELETE, null);
        watch.wake();
        deliver(mail("after-the-change-" + address));
        await().untilAsserted(() -> assertThat(folder.getMessages()).isEmpty());
        assertThat(kept()).hasSize(1);

        watch.stop();
        thread.join(Duration.ofMinutes(5).toMillis());
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void aServerThatIsAwayIsTriedUntilItIsBack() throws Exception {
        var away = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort());
        away.start();
        int port = away.getImap().getPort();
        away.stop();
        String user = "away-" + address;
        accounts.add(TwoInboxes.account(user, port));
        var watch = watch(id(user), Duration.ofMillis(100));
        var thread = new Thread(watch);
        thread.start();
        await().until(() -> lastError(user) != null);

        var back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        back.start();
        deliver(inbox(back, user), mail("back-" + user));
        await().untilAsserted(() -> assertThat(kept(user)).containsExactly("back-" + user));
        await().until(() -> lastError(user) == null);

        watch.stop();
        thread.join(Duration.ofMinutes(5).toMillis());
        assertThat(thread.isAlive()).isFalse();
        back.stop();
    }

    @Test
    void aWaitingWatchHearsOfNewMailAtOnce() throws Exception {
        var watch = watch(id(), Duration.ofHours(1));
        var thread = new Thread(watch);
        thread.start();
        await().until(() -> lastGoodPickup() != null);

        deliver(mail("idle-1-" + address));
        await().untilAsserted(() -> assertThat(kept()).hasSize(1));
        deliver(mail("idle-2-" + address));
        await().untilAsserted(() -> assertThat(kept()).hasSize(2));

        watch.stop();
        thread.join(Duration.ofMinutes(5).toMillis());
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void noMailIsOverlookedThatComesWhileTheWaitingBegins() throws Exception {
        var watch = watch(id(), Duration.ofHours(1));
        var thread = new Thread(watch);
        thread.start();

        for (int number = 0; number < 20; number++) {
            int count = number + 1;
            deliver(mail("begin-" + number + "-" + address));
            // A server may forget to tell of a mail, then the next look finds it.
            await().pollInterval(Duration.ofMillis(2))
                    .untilAsserted(() -> assertThat(kept()).hasSize(count));
        }

        watch.stop();
        thread.join(Duration.ofMinutes(5).toMillis());
        assertThat(thread.isAlive()).isFalse();
    }

    @Test
    void aLeaseKeepsOtherNodesAwayUntilItRunsOut() {
        var otherNode = new Leases(jdbc);

        assertThat(leases.take(id())).isPresent();
        assertThat(leases.take(id())).isPresent();
        assertThat(otherNode.take(id())).isEmpty();

        jdbc.sql("update mailbox_account set leased_until = now() - interval '1 second' where id = :id")
                .param("id", id())
                .update();
        assertThat(otherNode.take(id())).isPresent();
        assertThat(leases.take(id())).isEmpty();

        otherNode.release(id());
        assertThat(leases.take(id())).isPresent();
    }

    @Test
    void aWrongFolderIsAnError() {
        jdbc.sql("update mailbox_account set folder = 'Nowhere' where id = :id")
                .param("id", id())
                .update();
        connect();

        assertThatThrownBy(this::pickUp).satisfies(failed -> assertThat(
                        connections.trouble(mailbox(), (Exception) failed))
                .isEqualTo(new Trouble(
                        Kind.NO_FOLDER, "127.0.0.1:" + port() + " has no folder Nowhere for " + address + ".")));
    }

    private void pickUp() throws MessagingException {
        pickup.pickUp(() -> true);
    }

    private void deliver(byte[] raw) throws Exception {
        deliver(folder, raw);
    }

    private static void deliver(MailFolder folder, byte[] raw) throws Exception {
        folder.store(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
    }

    private static MailFolder inbox(GreenMail server, String user) throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(server.setUser(user, "password"));
    }

    private boolean isSeen(int index) {
        return folder.getMessages().get(index).getFlags().contains(Flags.Flag.SEEN);
    }

    private MailFolder other(String name) {
        GreenMail server = RealParts.mailServer();
        return server.getManagers()
                .getImapHostManager()
                .getFolder(server.getUserManager().getUser(address), name);
    }

    private void handle(Afterwards afterwards, String moveTo) {
        accounts.change(
                id(), TwoInboxes.account(address, port(), new Handling("INBOX", false, afterwards, moveTo, null)));
        connect();
    }

    private static byte[] mail(String id) {
        return Eml.of("From: jane@example.org", "Message-ID: <" + id + ">", "Subject: x", "", "Hello");
    }

    private AccountWatch watch(long account, Duration every) {
        return new AccountWatch(account, every, accounts, connections, leases, notes);
    }

    private void connect() {
        pickup = connections.to(mailbox());
    }

    private Mailbox mailbox() {
        return accounts.find(id()).orElseThrow();
    }

    private static int port() {
        return RealParts.mailServer().getImap().getPort();
    }

    private long id() {
        return id(address);
    }

    private long id(String name) {
        return jdbc.sql("select id from mailbox_account where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private List<String> kept() {
        return kept(address);
    }

    private List<String> kept(String name) {
        return jdbc.sql("select message_id from received_mail where mailbox_id = :id order by id")
                .param("id", id(name))
                .query(String.class)
                .list();
    }

    private long cursor() {
        return jdbc.sql("select last_uid from mailbox_account where id = :id")
                .param("id", id())
                .query(Long.class)
                .single();
    }

    private String lastError(String name) {
        return (String) jdbc.sql("select last_error from mailbox_account where id = :id")
                .param("id", id(name))
                .query()
                .singleRow()
                .get("last_error");
    }

    private Object lastGoodPickup() {
        return jdbc.sql("select last_good_pickup from mailbox_account where id = :id")
                .param("id", id())
                .query()
                .singleRow()
                .get("last_good_pickup");
    }
}
