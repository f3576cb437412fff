package org.mailroom.mailbox;

import java.time.Duration;
import org.mailroom.mailserver.Trouble;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the pickup of each account goes. All nodes read and write it, so that no account is tried more often for there being many. */
@Component
class PickupNotes {

    private static final Duration FRESH = Duration.ofSeconds(20);

    private final JdbcClient jdbc;

    PickupNotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that lay on the server was picked up. What was noted a moment ago is not written again. */
    void good(long account) {
        jdbc.sql(
                        """
                        update mailbox_account
                        set last_good_pickup = now(), last_error = null, failures = 0, next_try_at = null,
                            failing_since = null
                        where id = :id
                          and (failing_since is not null or last_good_pickup is null
                               or last_good_pickup < now() - make_interval(secs => :seconds))
                        """)
                .param("id", account)
                .param("seconds", FRESH.toSeconds())
                .update();
    }

    /** The longer an account fails, the more seldom it is tried. */
    void failed(Mailbox account, Trouble trouble) {
        int failures = account.failures() + 1;
        jdbc.sql(
                        """
                        update mailbox_account
                        set last_error = :words, failures = :failures, failing_since = coalesce(failing_since, now()),
                            next_try_at = now() + make_interval(secs => :pause)
                        where id = :id
                        """)
                .param("id", account.id())
                .param("words", trouble.words())
                .param("failures", failures)
                .param("pause", BackOff.after(failures, trouble.kind()).toSeconds())
                .update();
    }
}
