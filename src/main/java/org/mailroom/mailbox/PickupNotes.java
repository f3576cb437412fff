package org.mailroom.mailbox;

import java.time.Duration;
import org.mailroom.mailserver.Trouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the pickup of each account goes. All nodes read and write it, so that no account is tried more often for there being many. */
@Component
class PickupNotes {

    private final JdbcClient jdbc;

    PickupNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that lay on the server was picked up. */
    void good(long account) {
        jdbc.sql(
                        """
                        update mailbox_account
                        set last_good_pickup = now(), last_error = null, failures = 0, next_try_at = null,
                            failing_since = null
                        where id = :id
                        """)
                .param("id", account)
                .update();
    }

    /**
     * The longer an account fails, the more seldom it is tried.
     *
     * @return whether it is the first failure after a good pickup
     */
    boolean failed(long account, Trouble trouble) {
        int failures = jdbc.sql(
                        """
                        update mailbox_account
                        set last_error = :words, failures = failures + 1, failing_since = coalesce(failing_since, now())
                        where id = :id
                        returning failures
                        """)
                .param("id", account)
                .param("words", trouble.words())
                .query(Integer.class)
                .optional()
                .orElse(0);
        Duration pause = BackOff.after(failures, trouble.kind());
        jdbc.sql("update mailbox_account set next_try_at = now() + make_interval(secs => :pause) where id = :id")
                .param("id", account)
                .param("pause", pause.toSeconds())
                .update();
        return failures == 1;
    }
}
