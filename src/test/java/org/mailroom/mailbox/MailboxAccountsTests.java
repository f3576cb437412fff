package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.Handling.Afterwards;
import org.mailroom.mailserver.Login.Password;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class MailboxAccountsTests {

    @Autowired
    MailboxAccounts accounts;

    @Autowired
    Leases leases;

    @Autowired
    JdbcClient jdbc;

    private final String address = "accounts-" + System.nanoTime() + "@mailroom.localhost";
    private long id;

    @BeforeEach
    void anAccount() {
        TwoInboxes.addIfMissing(jdbc);
        id = accounts.add(TwoInboxes.account(address, 143));
    }

    @AfterEach
    void forget() {
        TwoInboxes.forgetAccounts(jdbc, "%" + address);
    }

    @Test
    void thePasswordIsKeptEncryptedAndNeverPrinted() {
        byte[] stored = jdbc.sql("select password from mail_login where username = :user")
                .param("user", address)
                .query(byte[].class)
                .single();

        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("password");
        assertThat(accounts.get(id).login()).isEqualTo(new Password(address, "password"));
        assertThat(accounts.get(id) + " " + accounts.get(id).login() + accounts.find(id))
                .doesNotContain("password,", "password]", "password=");
    }

    @Test
    void aNameIsGivenOnce() {
        assertThatThrownBy(() -> accounts.add(TwoInboxes.account(address, 993)))
                .isInstanceOf(DuplicateKeyException.class);
    }

    @Test
    void whatIsThereAlreadyStaysAsItIs() {
        accounts.addIfMissing(TwoInboxes.account(address, 993));

        assertThat(accounts.find(id).orElseThrow().server().port()).isEqualTo(143);
    }

    @Test
    void aChangeIsKept() {
        accounts.change(
                id, TwoInboxes.account(address, 4143, new Handling("Post", false, Afterwards.MOVE, "Done", "Sent")));

        Mailbox changed = accounts.find(id).orElseThrow();
        assertThat(changed.server()).isEqualTo(TwoInboxes.server(4143));
        assertThat(changed.handling()).isEqualTo(new Handling("Post", false, Afterwards.MOVE, "Done", "Sent"));
    }

    @Test
    void nobodyPicksUpWhatIsPaused() {
        accounts.pause(id);
        assertThat(leases.take(id)).isEmpty();
        assertThat(accounts.find(id).orElseThrow().paused()).isTrue();

        accounts.resume(id);
        assertThat(leases.take(id)).isPresent();
    }

    @Test
    void aRemovedOneIsGoneWithItsSecretsAndItsNameIsFree() {
        accounts.remove(id);

        assertThat(accounts.find(id)).isEmpty();
        assertThat(accounts.all()).extracting(Mailbox::id).doesNotContain(id);
        assertThat(leases.take(id)).isEmpty();
        assertThatThrownBy(() -> accounts.get(id)).isInstanceOf(NoSuchElementException.class);
        assertThat(jdbc.sql("select count(*) from mail_login where username = :user")
                        .param("user", address)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(accounts.add(TwoInboxes.account(address, 143))).isNotEqualTo(id);
    }

    @Test
    void overPop3NothingCanBeFlaggedOrMoved() {
        assertThatThrownBy(() -> new MailboxAccount(
                        address,
                        TwoInboxes.SUPPORT,
                        Protocol.POP3,
                        TwoInboxes.server(110),
                        new Password(address, "any"),
                        Handling.USUAL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("kept or deleted");
    }
}
