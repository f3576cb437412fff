package org.mailroom.outbox.sending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.Proxy;
import org.mailroom.mailserver.Security;
import org.mailroom.outbox.KnownAccount;
import org.mailroom.outbox.OutgoingAccount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The table of accounts by which mail leaves, without the one of the settings. */
@Component
public class OutgoingAccountRows {

    private static final String ROWS =
            """
            select account.*, login.username,
                   array(select inbox_key from outgoing_account_inbox own where own.account_id = account.id order by inbox_key)
                   as inboxes
            from outgoing_account account left join mail_login login on login.id = account.login_id
            where account.id <> 0
            """;

    private final JdbcClient jdbc;

    OutgoingAccountRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param login the id of its login; null where one need not log in */
    public record Row(KnownAccount known, @Nullable Long login) {}

    public List<KnownAccount> all() {
        return jdbc.sql(ROWS + "order by name")
                .query((row, number) -> row(row).known())
                .list();
    }

    public Optional<Row> find(long id) {
        return jdbc.sql(ROWS + "and account.id = :id")
                .param("id", id)
                .query((row, number) -> row(row))
                .optional();
    }

    public long add(OutgoingAccount account, @Nullable Long login) {
        return with(
                        account,
                        login,
                        """
                        insert into outgoing_account (name, host, port, security, proxy, login_id, connections, mails_per_minute)
                        values (:name, :host, :port, :security, :proxy, :login, :connections, :mailsPerMinute)
                        returning id
                        """)
                .query(Long.class)
                .single();
    }

    public void change(long id, OutgoingAccount account, @Nullable Long login) {
        with(
                        account,
                        login,
                        """
                        update outgoing_account
                        set name = :name, host = :host, port = :port, security = :security, proxy = :proxy,
                            login_id = :login, connections = :connections, mails_per_minute = :mailsPerMinute,
                            resting_until = null, paced_until = null
                        where id = :id
                        """)
                .param("id", id)
                .update();
    }

    private StatementSpec with(OutgoingAccount account, @Nullable Long login, String sql) {
        MailServer server = account.server();
        return jdbc.sql(sql)
                .param("name", account.name())
                .param("host", server.host())
                .param("port", server.port())
                .param("security", server.security().name())
                .param("proxy", server.proxy() == null ? null : server.proxy().toString())
                .param("login", login)
                .param("connections", account.connections())
                .param("mailsPerMinute", account.mailsPerMinute());
    }

    /** These inboxes and no others; one that had another account has this one now. */
    public void assign(long id, List<InboxKey> inboxes) {
        jdbc.sql("delete from outgoing_account_inbox where account_id = :id")
                .param("id", id)
                .update();
        for (InboxKey inbox : inboxes) {
            jdbc.sql(
                            """
                            insert into outgoing_account_inbox (inbox_key, account_id) values (:inbox, :id)
                            on conflict (inbox_key) do update set account_id = :id
                            """)
                    .param("inbox", inbox.value())
                    .param("id", id)
                    .update();
        }
    }

    public void remove(long id) {
        assign(id, List.of());
        jdbc.sql("delete from outgoing_round where account_id = :id")
                .param("id", id)
                .update();
        jdbc.sql("delete from outgoing_account where id = :id and id <> 0")
                .param("id", id)
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        String proxy = row.getString("proxy");
        var server = new MailServer(
                row.getString("host"),
                row.getInt("port"),
                Security.valueOf(row.getString("security")),
                proxy == null ? null : Proxy.of(proxy));
        List<InboxKey> inboxes = Stream.of((String[]) row.getArray("inboxes").getArray())
                .map(InboxKey::new)
                .toList();
        return new Row(
                new KnownAccount(
                        row.getLong("id"),
                        row.getString("name"),
                        server,
                        row.getString("username"),
                        row.getInt("connections"),
                        row.getInt("mails_per_minute"),
                        inboxes,
                        row.getString("trouble_words")),
                row.getObject("login_id", Long.class));
    }
}
