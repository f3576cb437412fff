package org.mailroom.outbox.sending;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who sends at the moment, on all nodes: as many rounds for an account as it may have connections. */
@Component
class Rounds {

    /** How long a dead round holds what it took. */
    static final Duration LEASE = Duration.ofSeconds(30);

    static final Duration RENEWED_EVERY = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final LazyCommit lazyCommit;

    Rounds(JdbcClient jdbc, LazyCommit lazyCommit) {
        this.jdbc = jdbc;
        this.lazyCommit = lazyCommit;
    }

    /**
     * A new round. An account in trouble is tried by one round alone.
     *
     * @return empty where the account rests or has its connections already
     */
    Optional<Begun> begin(Account account) {
        return lazyCommit.of(() -> jdbc.sql(
                        """
                        select trouble is not null as troubled from outgoing_account
                        where id = :account and (resting_until is null or resting_until <= now())
                        for update
                        """)
                .param("account", account.id())
                .query(Boolean.class)
                .optional()
                .filter(troubled -> live(account) < (troubled ? 1 : account.connections()))
                .map(troubled -> new Begun(add(account), troubled)));
    }

    /** @param troubled whether the account's server took nothing when it was last tried */
    record Begun(long round, boolean troubled) {}

    private int live(Account account) {
        jdbc.sql("delete from outgoing_round where account_id = :account and lease_until < now()")
                .param("account", account.id())
                .update();
        return jdbc.sql("select count(*) from outgoing_round where account_id = :account")
                .param("account", account.id())
                .query(Integer.class)
                .single();
    }

    private long add(Account account) {
        long round = jdbc.sql(
                        """
                        insert into outgoing_round (account_id, lease_until)
                        values (:account, now() + make_interval(secs => :lease)) returning id
                        """)
                .param("account", account.id())
                .param("lease", LEASE.toSeconds())
                .query(Long.class)
                .single();
        inHand(round, null);
        return round;
    }

    void renew(long round) {
        jdbc.sql("update outgoing_round set lease_until = now() + make_interval(secs => :lease) where id = :round")
                .param("round", round)
                .param("lease", LEASE.toSeconds())
                .update();
    }

    /** Whether the database still knows which mail the round is at; it does not after a crash of its own. */
    boolean isKnown(long round) {
        return jdbc.sql("select exists (select from outgoing_mail_in_hand where round_id = :round)")
                .param("round", round)
                .query(Boolean.class)
                .single();
    }

    void inHand(long round, @Nullable Long mail) {
        jdbc.sql(
                        """
                        insert into outgoing_mail_in_hand (round_id, mail_id) values (:round, :mail)
                        on conflict (round_id) do nothing
                        """)
                .param("round", round)
                .param("mail", mail)
                .update();
    }

    void end(long round) {
        jdbc.sql(
                        """
                        with hand as (delete from outgoing_mail_in_hand where round_id = :round)
                        delete from outgoing_round where id = :round
                        """)
                .param("round", round)
                .update();
    }

    /** What rounds were at that died long ago. */
    void forgetTheDead() {
        jdbc.sql(
                        """
                        delete from outgoing_mail_in_hand hand
                        where since < now() - interval '30 days'
                          and not exists (select from outgoing_round round where round.id = hand.round_id)
                        """)
                .update();
    }
}
