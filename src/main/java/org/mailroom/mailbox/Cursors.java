package org.mailroom.mailbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each account has been picked up: every mail up to the cursor's UID is kept, and the server was told of it. */
@Component
class Cursors {

    private final JdbcClient jdbc;

    Cursors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How far an account is done.
     *
     * @param uid the last number that is done
     * @param first the number up to which mail was there before us and is left alone
     * @param reconcile whether what lies on the server is to be compared with the log again
     */
    record Cursor(long uid, long first, boolean reconcile) {}

    /** Empty where none is yet: the account is new, or the server has numbered its mail anew (RFC 3501, 2.3.1.1). */
    Optional<Cursor> at(long account, long uidValidity, Duration reconcileEvery) {
        return jdbc.sql(
                        """
                        select last_uid, first_uid,
                               coalesce(reconciled_at < now() - make_interval(secs => :seconds), true) as reconcile
                        from mailbox_account where id = :id and uid_validity = :validity
                        """)
                .param("id", account)
                .param("validity", uidValidity)
                .param("seconds", reconcileEvery.toSeconds())
                .query((row, number) ->
                        new Cursor(row.getLong("last_uid"), row.getLong("first_uid"), row.getBoolean("reconcile")))
                .optional();
    }

    /** Whether the account was ever read. */
    boolean hasBegun(long account) {
        return jdbc.sql("select uid_validity is not null from mailbox_account where id = :id")
                .param("id", account)
                .query(Boolean.class)
                .single();
    }

    /** @param uid up to which mail is left alone */
    Cursor begin(long account, long uidValidity, long uid) {
        jdbc.sql(
                        """
                        update mailbox_account
                        set uid_validity = :validity, last_uid = :uid, first_uid = :uid, reconciled_at = now()
                        where id = :id
                        """)
                .param("id", account)
                .param("validity", uidValidity)
                .param("uid", uid)
                .update();
        return new Cursor(uid, uid, false);
    }

    /** Never goes back, also where two nodes believe that they have the lease. */
    void advance(long account, long uidValidity, long uid) {
        jdbc.sql(
                        """
                        update mailbox_account set last_uid = greatest(last_uid, :uid)
                        where id = :id and uid_validity = :validity
                        """)
                .param("id", account)
                .param("validity", uidValidity)
                .param("uid", uid)
                .update();
    }

    /**
     * The mails between two numbers, the first one excluded, that are kept: their numbers, and whether as a whole, so that
     * the server may be told.
     */
    Map<Long, Boolean> kept(long account, long uidValidity, long after, long upTo) {
        Map<Long, Boolean> kept = new HashMap<>();
        jdbc.sql(
                        """
                        select uid, whole_size is null as whole from received_mail
                        where mailbox_id = :id and uid_validity = :validity and uid > :after and uid <= :upTo
                        union all
                        select uid, true from forgotten_mail
                        where mailbox_id = :id and uid_validity = :validity and uid > :after and uid <= :upTo
                        """)
                .param("id", account)
                .param("validity", uidValidity)
                .param("after", after)
                .param("upTo", upTo)
                .query(row -> {
                    kept.put(row.getLong("uid"), row.getBoolean("whole"));
                });
        return kept;
    }

    void noteReconciled(long account) {
        jdbc.sql("update mailbox_account set reconciled_at = now() where id = :id")
                .param("id", account)
                .update();
    }
}
