package org.mailroom.testing;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What a Mailroom that was killed leaves in the database for the others to wait for. */
public final class DeadNode {

    private DeadNode() {}

    /** What it held for itself is free, and pauses between two tries are over. */
    public static void letAnHourPass(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        update mailbox_account set leased_until = leased_until - interval '1 hour',
                                                   next_try_at = next_try_at - interval '1 hour'
                        """)
                .update();
        jdbc.sql("update received_mail set next_attempt_at = next_attempt_at - interval '1 hour'")
                .update();
        jdbc.sql("update act_ru_job set lock_exp_time_ = lock_exp_time_ - interval '1 hour'")
                .update();
        jdbc.sql(
                        """
                        update outgoing_mail set next_attempt_at = next_attempt_at - interval '1 hour',
                                                 taken_until = taken_until - interval '1 hour'
                        """)
                .update();
        jdbc.sql("update outgoing_round set lease_until = lease_until - interval '1 hour'")
                .update();
    }
}
