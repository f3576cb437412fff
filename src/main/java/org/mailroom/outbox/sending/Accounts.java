package org.mailroom.outbox.sending;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The accounts by which mail leaves. */
@Component
class Accounts {

    private final DefaultServer server;
    private final OutboxSettings settings;
    private final JdbcClient jdbc;

    Accounts(DefaultServer server, OutboxSettings settings, JdbcClient jdbc) {
        this.server = server;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    /** Those for which a mail is due, unless they rest or were paced. */
    List<Long> withWork() {
        return jdbc.sql(
                        """
                        select id from outgoing_account account
                        where (resting_until is null or resting_until <= now())
                          and (paced_until is null or paced_until <= now())
                          and exists (select from outgoing_mail mail where
                        """
                                + DueMails.FREE + "and " + DueMails.ACCOUNT + " = account.id) order by id")
                .query(Long.class)
                .list();
    }

    Optional<Account> find(long id) {
        return id == Account.DEFAULT
                ? Optional.of(new Account(id, server.server(), settings.connections(), settings.mailsPerMinute()))
                : Optional.empty();
    }
}
