package org.mailroom.outbox.sending;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much waits, and since when. */
@Component
class Backlog {

    private final JdbcClient jdbc;

    Backlog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param oldest for how long the oldest that waits has been there, in seconds; 0 where none waits */
    record Size(long waiting, long failed, long oldest) {}

    Size size() {
        return jdbc.sql(
                        """
                        select count(*) filter (where state = 'WAITING') as waiting,
                               count(*) filter (where state = 'FAILED') as failed,
                               coalesce(extract(epoch from now() - min(created_at) filter (where state = 'WAITING')), 0)::bigint
                               as oldest
                        from outgoing_mail where state = 'WAITING' or state = 'FAILED'
                        """)
                .query(Size.class)
                .single();
    }

    /**
     * Why mail does not leave that should have left so long ago, one sentence an account: its server takes nothing, or no
     * node sends. A mail that is refused is no reason, nor is one that waits for its turn where only so many a minute may leave.
     *
     * @param nobodySends whether the latter counts
     */
    List<String> stuck(Duration since, boolean nobodySends) {
        return jdbc.sql(
                        """
                        select case when trouble is null then 'No node sends' else trouble_words end
                        from outgoing_account account
                        where (trouble_since < now() - make_interval(secs => :since)
                               or :nobodySends and trouble is null and paced_until is null and not exists (
                                   select from outgoing_round round
                                   where round.account_id = account.id and round.lease_until > now()))
                          and exists (select from outgoing_mail mail where mail.state = 'WAITING'
                                      and mail.next_attempt_at < now() - make_interval(secs => :since)
                        """
                                + "and " + DueMails.ACCOUNT + " = account.id) order by id")
                .param("since", since.toSeconds())
                .param("nobodySends", nobodySends)
                .query(String.class)
                .list();
    }
}
