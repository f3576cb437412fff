package org.mailroom.mailbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which node picks up which account: one at a time. A node that dies loses its leases when they run out. */
@Component
class Leases {

    private static final Duration LENGTH = Duration.ofSeconds(20);

    private final String node = UUID.randomUUID().toString();
    private final JdbcClient jdbc;

    Leases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes the lease or prolongs it.
     *
     * @return the version of the account's set-up; empty where another node has the lease, or nobody may have it: the
     *     account was paused or removed, or is not to be tried again yet
     */
    Optional<Integer> take(long account) {
        return jdbc.sql(
                        """
                        update mailbox_account
                        set leased_by = :node, leased_until = now() + make_interval(secs => :seconds)
                        where id = :id and not paused and removed_at is null
                          and (next_try_at is null or next_try_at <= now())
                          and (leased_by is null or leased_by = :node or leased_until < now())
                        returning version
                        """)
                .param("id", account)
                .param("node", node)
                .param("seconds", LENGTH.toSeconds())
                .query(Integer.class)
                .optional();
    }

    /**
     * The sign of life of this node: prolongs all that it has, however long a server takes to answer.
     *
     * @return the accounts that it has, with the versions of their set-ups
     */
    Map<Long, Integer> prolong() {
        Map<Long, Integer> versions = new HashMap<>();
        jdbc.sql(
                        """
                        update mailbox_account set leased_until = now() + make_interval(secs => :seconds)
                        where leased_by = :node and leased_until > now()
                        returning id, version
                        """)
                .param("node", node)
                .param("seconds", LENGTH.toSeconds())
                .query(row -> {
                    versions.put(row.getLong("id"), row.getInt("version"));
                });
        return versions;
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
