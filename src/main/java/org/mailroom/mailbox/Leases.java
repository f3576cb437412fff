package org.mailroom.mailbox;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which node picks up which account: one at a time. A node that dies loses its leases when they run out. */
@Component
class Leases {

    static final Duration LENGTH = Duration.ofSeconds(90);

    private final String node = UUID.randomUUID().toString();
    private final JdbcClient jdbc;

    Leases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes the lease or prolongs it; false where another node has it. */
    boolean take(long account) {
        return jdbc.sql(
                                """
                                update mailbox_account
                                set leased_by = :node, leased_until = now() + make_interval(secs => :seconds)
                                where id = :id and (leased_by is null or leased_by = :node or leased_until < now())
                                """)
                        .param("id", account)
                        .param("node", node)
                        .param("seconds", LENGTH.toSeconds())
                        .update()
                == 1;
    }

    /** Lets another node take over at once. */
    void release(long account) {
        jdbc.sql(
                        """
                        update mailbox_account set leased_by = null, leased_until = null
                        where id = :id and leased_by = :node
                        """)
                .param("id", account)
                .param("node", node)
                .update();
    }
}
