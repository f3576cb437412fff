package org.mailroom.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.Proxy;
import org.mailroom.mailserver.Security;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The table of accounts, as far as they are set up by people. */
@Component
class AccountRows {

    private static final String MAILBOX =
            """
            select account.*, login.username
            from mailbox_account account join mail_login login on login.id = account.login_id
            where account.removed_at is null
            """;

    private final JdbcClient jdbc;

    AccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(MailboxAccount account, long login) {
        return with(
                        account,
                        """
                        insert into mailbox_account (name, inbox_key, protocol, host, port, security, proxy, login_id,
                                                     folder, skips_old, afterwards, move_to, sent_folder)
                        values (:name, :inbox, :protocol, :host, :port, :security, :proxy, :login,
                                :folder, :skipsOld, :afterwards, :moveTo, :sentFolder)
                        returning id
                        """)
                .param("login", login)
                .query(Long.class)
                .single();
    }

    /** What failed is tried at once. */
    void change(long id, MailboxAccount account) {
        one(
                id,
                with(
                                account,
                                """
                                update mailbox_account
                                set name = :name, inbox_key = :inbox, protocol = :protocol, host = :host, port = :port,
                                    security = :security, proxy = :proxy, folder = :folder, skips_old = :skipsOld,
                                    afterwards = :afterwards, move_to = :moveTo, sent_folder = :sentFolder,
                                    version = version + 1, next_try_at = null, failures = 0
                                where id = :id and removed_at is null
                                """)
                        .param("id", id)
                        .update());
    }

    /** Numbers of mail that another server, user or folder gave say nothing about the mail that lies there now. */
    void startOver(long id) {
        jdbc.sql("update mailbox_account set uid_validity = null where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("update received_mail set uid_validity = null, uid = null where mailbox_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("update forgotten_mail set uid_validity = null, uid = null where mailbox_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from pop3_mail where mailbox_id = :id").param("id", id).update();
    }

    /** Resumed, it has a time to prove itself before anybody is alarmed. */
    void pause(long id, boolean paused) {
        one(
                id,
                jdbc.sql(
                                """
                                update mailbox_account
                                set paused = :paused, version = version + 1, next_try_at = null, failures = 0,
                                    failing_since = null, last_error = null, alarmed_at = null, watched_since = now()
                                where id = :id and removed_at is null
                                """)
                        .param("id", id)
                        .param("paused", paused)
                        .update());
    }

    void remove(long id) {
        one(
                id,
                jdbc.sql(
                                """
                                update mailbox_account
                                set removed_at = now(), login_id = null, leased_by = null, leased_until = null
                                where id = :id and removed_at is null
                                """)
                        .param("id", id)
                        .update());
        jdbc.sql("delete from sent_copy where mailbox_id = :id").param("id", id).update();
    }

    long loginOf(long id) {
        return jdbc.sql("select login_id from mailbox_account where id = :id and removed_at is null")
                .param("id", id)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> missing(id));
    }

    List<Mailbox> all() {
        return jdbc.sql(MAILBOX + " order by account.name")
                .query(AccountRows::mailbox)
                .list();
    }

    Optional<Mailbox> find(long id) {
        return jdbc.sql(MAILBOX + " and account.id = :id")
                .param("id", id)
                .query(AccountRows::mailbox)
                .optional();
    }

    Optional<Mailbox> withName(String name) {
        return jdbc.sql(MAILBOX + " and account.name = :name")
                .param("name", name)
                .query(AccountRows::mailbox)
                .optional();
    }

    private static void one(long id, int changed) {
        if (changed == 0) {
            throw missing(id);
        }
    }

    private static NoSuchElementException missing(long id) {
        return new NoSuchElementException("There is no mailbox account " + id);
    }

    private StatementSpec with(MailboxAccount account, String sql) {
        MailServer server = account.server();
        Handling handling = account.handling();
        return jdbc.sql(sql)
                .param("name", account.name())
                .param("inbox", account.inbox().value())
                .param("protocol", account.protocol().name())
                .param("host", server.host())
                .param("port", server.port())
                .param("security", server.security().name())
                .param("proxy", server.proxy() == null ? null : server.proxy().toString())
                .param("folder", handling.folder())
                .param("skipsOld", handling.skipsOld())
                .param("afterwards", handling.afterwards().name())
                .param("moveTo", handling.moveTo())
                .param("sentFolder", handling.sentFolder());
    }

    private static Mailbox mailbox(ResultSet row, int number) throws SQLException {
        String proxy = row.getString("proxy");
        return new Mailbox(
                row.getLong("id"),
                row.getString("name"),
                new InboxKey(row.getString("inbox_key")),
                Protocol.valueOf(row.getString("protocol")),
                new MailServer(
                        row.getString("host"),
                        row.getInt("port"),
                        Security.valueOf(row.getString("security")),
                        proxy == null ? null : Proxy.of(proxy)),
                row.getString("username"),
                new Handling(
                        row.getString("folder"),
                        row.getBoolean("skips_old"),
                        Handling.Afterwards.valueOf(row.getString("afterwards")),
                        row.getString("move_to"),
                        row.getString("sent_folder")),
                row.getBoolean("paused"),
                row.getTimestamp("watched_since").toInstant(),
                instant(row.getTimestamp("last_good_pickup")),
                instant(row.getTimestamp("failing_since")),
                row.getString("last_error"),
                row.getInt("failures"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
