package org.mailroom.access.tries;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The tables of tries and of places from which people logged in. */
@Component
class TryRows {

    private static final Duration QUIET = Duration.ofHours(1);
    private static final Duration TRIES_ARE_KEPT = Duration.ofDays(1);
    private static final Duration PLACES_ARE_KEPT = Duration.ofDays(180);

    private final JdbcClient jdbc;

    TryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How long the pause still is; zero if there is none. */
    Duration pause(Counter counter, Instant now) {
        return of(counter, "select paused_until from login_try where kind = :kind and tried = :tried")
                .query(Timestamp.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()))
                .filter(pause -> !pause.isNegative())
                .orElse(Duration.ZERO);
    }

    /**
     * Counts one more, and sets the pause after it. Tries at the same time wait here for each other.
     *
     * @return zero; or the pause that another try made meanwhile, and then this one is not counted
     */
    Duration count(Counter counter, Instant now) {
        int counted = of(
                        counter,
                        """
                        insert into login_try as known (kind, tried, failures, last_at, paused_until)
                        values (:kind, :tried, 1, :now, timestamptz 'epoch')
                        on conflict (kind, tried) do update
                        set failures = case when known.last_at < :quiet then 1 else known.failures + 1 end,
                            paused_until = case when known.last_at < :quiet or known.failures < :free then timestamptz 'epoch'
                                else excluded.last_at + least(:longest, :first * power(2, least(known.failures - :free, 20)))
                                          * interval '1 second' end,
                            last_at = excluded.last_at
                        where known.paused_until <= excluded.last_at
                        """)
                .param("now", Timestamp.from(now))
                .param("quiet", Timestamp.from(now.minus(QUIET)))
                .param("free", counter.kind().free())
                .param("longest", counter.kind().longest().toSeconds())
                .param("first", Kind.FIRST_PAUSE.toSeconds())
                .update();
        return counted == 1 ? Duration.ZERO : pause(counter, now);
    }

    /** Notes a try during a pause; the pause does not become longer by it. */
    void refuse(Counter counter, Instant now) {
        of(counter, "update login_try set refused = refused + 1 where kind = :kind and tried = :tried")
                .update();
    }

    /** The pause that the try would have made goes with it. */
    void takeOff(Counter counter) {
        of(
                        counter,
                        """
                        update login_try set failures = greatest(failures - 1, 0), paused_until = timestamptz 'epoch'
                        where kind = :kind and tried = :tried
                        """)
                .update();
    }

    void forget(Counter counter) {
        of(counter, "delete from login_try where kind = :kind and tried = :tried")
                .update();
    }

    boolean isKnown(String person, String address) {
        return jdbc.sql("select count(*) from login_place where person = :person and address = :address")
                        .param("person", person)
                        .param("address", address)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void remember(String person, String address, Instant now) {
        jdbc.sql(
                        """
                        insert into login_place (person, address, last_at) values (:person, :address, :now)
                        on conflict (person, address) do update set last_at = excluded.last_at
                        where login_place.last_at < excluded.last_at - interval '1 day'
                        """)
                .param("person", person)
                .param("address", address)
                .param("now", Timestamp.from(now))
                .update();
    }

    void deleteOld(Instant now) {
        jdbc.sql(
                        """
                        delete from login_try where (kind, tried) in
                            (select kind, tried from login_try where last_at < :before for update skip locked)
                        """)
                .param("before", Timestamp.from(now.minus(TRIES_ARE_KEPT)))
                .update();
        jdbc.sql("delete from login_place where last_at < :before")
                .param("before", Timestamp.from(now.minus(PLACES_ARE_KEPT)))
                .update();
    }

    private StatementSpec of(Counter counter, String sql) {
        return jdbc.sql(sql).param("kind", counter.kind().name()).param("tried", counter.tried());
    }
}
