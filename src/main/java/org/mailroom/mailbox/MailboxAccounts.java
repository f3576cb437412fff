package org.mailroom.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailbox.MailboxAccount.Security;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All accounts on mail servers. */
@Component
public class MailboxAccounts {

    private final JdbcClient jdbc;
    private final PasswordCipher cipher;

    MailboxAccounts(JdbcClient jdbc, PasswordCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Adds the account unless one with its name is there already. */
    public void addIfMissing(MailboxAccount account) {
        jdbc.sql(
                        """
                        insert into mailbox_account (name, inbox_key, host, port, security, username, password, folder)
                        values (:name, :inbox, :host, :port, :security, :username, :password, :folder)
                        on conflict (name) do nothing
                        """)
                .param("name", account.name())
                .param("inbox", account.inbox().value())
                .param("host", account.host())
                .param("port", account.port())
                .param("security", account.security().name())
                .param("username", account.username())
                .param("password", cipher.encrypt(account.password()))
                .param("folder", account.folder())
                .update();
    }

    /** How the accounts are logged in to whose mail goes to this inbox, in their order. */
    public List<String> usernames(InboxKey inbox) {
        return jdbc.sql("select username from mailbox_account where inbox_key = :inbox order by username")
                .param("inbox", inbox.value())
                .query(String.class)
                .list();
    }

    List<Long> ids() {
        return jdbc.sql("select id from mailbox_account order by id")
                .query(Long.class)
                .list();
    }

    /** @throws NoSuchElementException where the account was removed */
    MailboxAccount get(long id) {
        renew(id);
        return jdbc.sql("select * from mailbox_account where id = :id")
                .param("id", id)
                .query(this::account)
                .optional()
                .orElseThrow(() -> new NoSuchElementException("There is no mailbox account " + id));
    }

    /** After the secret was changed: what is used is encrypted with the new one from now on. */
    private void renew(long id) {
        jdbc.sql("select password from mailbox_account where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional()
                .filter(cipher::isOutdated)
                .ifPresent(
                        old -> jdbc.sql("update mailbox_account set password = :new where id = :id and password = :old")
                                .param("new", cipher.encrypt(cipher.decrypt(old)))
                                .param("id", id)
                                .param("old", old)
                                .update());
    }

    void notePickup(long id) {
        jdbc.sql("update mailbox_account set last_good_pickup = now(), last_error = null where id = :id")
                .param("id", id)
                .update();
    }

    void noteError(long id, String error) {
        jdbc.sql("update mailbox_account set last_error = :error where id = :id")
                .param("id", id)
                .param("error", error)
                .update();
    }

    private MailboxAccount account(ResultSet row, int number) throws SQLException {
        return new MailboxAccount(
                row.getString("name"),
                new InboxKey(row.getString("inbox_key")),
                row.getString("host"),
                row.getInt("port"),
                Security.valueOf(row.getString("security")),
                row.getString("username"),
                cipher.decrypt(row.getBytes("password")),
                row.getString("folder"));
    }
}
