package org.mailroom.mailbox;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each account has been picked up: every mail up to the cursor's UID is kept. */
@Component
class Cursors {

    private final JdbcClient jdbc;

    Cursors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The last UID that is done. Where the server has numbered its mail anew (RFC 3501, 2.3.1.1) the cursor starts again.
     */
    long at(long account, long uidValidity) {
        jdbc.sql(
                        """
                        update mailbox_account set uid_validity = :validity, last_uid = 0
                        where id = :id and uid_validity is distinct from :validity
                        """)
                .param("id", account)
                .param("validity", uidValidity)
                .update();
        return jdbc.sql("select last_uid from mailbox_account where id = :id")
                .param("id", account)
                .query(Long.class)
                .single();
    }

    /** Never goes back, also where two nodes believe that they have the lease. */
    void advance(Origin to) {
        jdbc.sql(
                        """
                        update mailbox_account set last_uid = greatest(last_uid, :uid)
                        where id = :id and uid_validity = :validity
                        """)
                .param("id", to.account())
                .param("validity", to.uidValidity())
                .param("uid", to.uid())
                .update();
    }

    /** The mails beyond the cursor that are kept already, because one before them could not be. */
    Set<Long> keptBeyond(long account, long uidValidity, long uid) {
        return new HashSet<>(jdbc.sql(
                        """
                        select uid from received_mail
                        where mailbox_id = :id and uid_validity = :validity and uid > :uid
                        """)
                .param("id", account)
                .param("validity", uidValidity)
                .param("uid", uid)
                .query(Long.class)
                .list());
    }
}
