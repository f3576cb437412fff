package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.intake.Eml;
import org.mailroom.mailbox.Handling.Afterwards;
import org.mailroom.mailserver.Login.Password;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class Pop3PickupTests {

    @Autowired
    private MailboxAccounts accounts;

    @Autowired
    private Connections connections;

    @Autowired
    private JdbcClient jdbc;

    private final GreenMail server = RealParts.mailServer();
    private String address;
    private MailFolder folder;

    @BeforeEach
    void aMailboxOfItsOwn() throws Exception {
        TwoInboxes.addIfMissing(jdbc);
        address = "pop3-" + System.nanoTime() + "@mailroom.localhost";
        folder = server.getManagers().getImapHostManager().getInbox(server.setUser(address, "password"));
    }

    @AfterEach
    void forget() {
        TwoInboxes.forgetWaitingMail(jdbc);
        TwoInboxes.forgetAccounts(jdbc, "%" + address);
    }

    @Test
    void aMailIsKeptByteForByteAndOnce() throws Exception {
        long account = account(Afterwards.KEEP, false);
        byte[] raw = mail("bytes");
        deliver(raw);

        pickUp(account);
        pickUp(account);

        assertThat(jdbc.sql("select raw from received_mail where mailbox_id = :id")
                        .param("id", account)
                        .query(byte[].class)
                        .list())
                .hasSize(1)
                .first()
                .isEqualTo(raw);
        assertThat(folder.getMessages()).hasSize(1);
    }

    @Test
    void mailIsDeletedWhereThatIsWanted() throws Exception {
        long account = account(Afterwards.DELETE, false);
        deliver(mail("one"));
        deliver(mail("two"));

        pickUp(account);

        assertThat(kept(account)).containsExactly("one-" + address, "two-" + address);
        assertThat(folder.getMessages()).isEmpty();
    }

    @Test
    void aMailThatWasKeptBeforeACrashStaysSingleAndIsDeleted() throws Exception {
        long account = account(Afterwards.DELETE, false);
        deliver(mail("crash"));
        pickUp(account);
        deliver(mail("crash"));

        pickUp(account);

        assertThat(kept(account)).hasSize(1);
        assertThat(folder.getMessages()).isEmpty();
    }

    @Test
    void mailThatWasThereBeforeIsLeftAloneWhereThatIsWanted() throws Exception {
        long account = account(Afterwards.KEEP, true);
        deliver(mail("old"));
        pickUp(account);
        jdbc.sql("update mailbox_account set last_good_pickup = now() where id = :id")
                .param("id", account)
                .update();
        deliver(mail("new"));

        pickUp(account);

        assertThat(kept(account)).containsExactly("new-" + address);
    }

    @Test
    void aMailThatCouldNotBeKeptComesAgainAndTheOthersDoNotWaitForIt() throws Throwable {
        long account = account(Afterwards.DELETE, false);
        deliver(mail("refused"));
        deliver(mail("after"));

        FailingDatabase.refusing(jdbc, "new.message_id = 'refused-%s'".formatted(address), () -> assertThatThrownBy(
                        () -> pickUp(account))
                .isInstanceOf(PickupIncomplete.class));
        assertThat(kept(account)).containsExactly("after-" + address);
        assertThat(folder.getMessages()).hasSize(1);

        pickUp(account);
        assertThat(kept(account)).containsExactly("after-" + address, "refused-" + address);
    }

    private long account(Afterwards afterwards, boolean skipsOld) {
        return accounts.add(new MailboxAccount(
                address,
                TwoInboxes.SUPPORT,
                Protocol.POP3,
                TwoInboxes.server(server.getPop3().getPort()),
                new Password(address, "password"),
                new Handling("INBOX", skipsOld, afterwards, null, null)));
    }

    private void pickUp(long account) throws MessagingException {
        try (AccountPickup pickup = connections.to(accounts.find(account).orElseThrow())) {
            pickup.pickUp(() -> true);
        }
    }

    private void deliver(byte[] raw) throws Exception {
        folder.store(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
    }

    private byte[] mail(String id) {
        return Eml.of("From: jane@example.org", "Message-ID: <" + id + "-" + address + ">", "Subject: x", "", "Hello");
    }

    private List<String> kept(long account) {
        return jdbc.sql("select message_id from received_mail where mailbox_id = :id order by id")
                .param("id", account)
                .query(String.class)
                .list();
    }
}
