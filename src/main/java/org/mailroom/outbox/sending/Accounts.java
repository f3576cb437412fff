package org.mailroom.outbox.sending;

import java.util.List;
import java.util.Optional;
import org.mailroom.outbox.KnownAccount;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts by which mail leaves, that of the settings among them. */
@Component
class Accounts {

    private final DefaultServer server;
    private final OutgoingAccountRows rows;
    private final AccountServers servers;
    private final OutboxSettings settings;
    private final JdbcClient jdbc;

    Accounts(
            DefaultServer server,
            OutgoingAccountRows rows,
            AccountServers servers,
            OutboxSettings settings,
            JdbcClient jdbc) {
        this.server = server;
        this.rows = rows;
        this.servers = servers;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    /** An account for which a mail is due, and how many connections it may have. */
    record Busy(long account, int connections) {}

    /** Without those that rest, or whose next mail has to wait for its time. */
    List<Busy> withWork() {
        return jdbc.sql(
                        """
                        select id as account, case id when 0 then :connections else connections end as connections
                        from outgoing_account account
                        where (resting_until is null or resting_until <= now())
                          and (paced_until is null or paced_until <= now())
                          and exists (select from outgoing_mail mail where
                        """
                                + DueMails.FREE + "and " + DueMails.ACCOUNT + " = account.id) order by id")
                .param("connections", settings.connections())
                .query(Busy.class)
                .list();
    }

    Optional<Account> find(long id) {
        return id == Account.DEFAULT
                ? Optional.of(new Account(id, server.server(), settings.connections(), settings.mailsPerMinute()))
                : rows.find(id).map(this::account);
    }

    private Account account(OutgoingAccountRows.Row row) {
        KnownAccount known = row.known();
        return new Account(
                known.id(), servers.of(known.server(), row.login()), known.connections(), known.mailsPerMinute());
    }
}
