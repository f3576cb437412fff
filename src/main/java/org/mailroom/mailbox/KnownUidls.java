package org.mailroom.mailbox;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails on POP3 servers that are kept, or left alone, by the texts that the servers number them with (UIDL). */
@Component
class KnownUidls {

    private final JdbcClient jdbc;

    KnownUidls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Set<String> of(long account) {
        return new HashSet<>(jdbc.sql("select uidl from pop3_mail where mailbox_id = :id")
                .param("id", account)
                .query(String.class)
                .list());
    }

    void add(long account, Collection<String> uidls) {
        jdbc.sql(
                        """
                        insert into pop3_mail (mailbox_id, uidl)
                        select :id, uidl from unnest(:uidls) uidl
                        on conflict do nothing
                        """)
                .param("id", account)
                .param("uidls", uidls.toArray(String[]::new))
                .update();
    }

    /** Forgets those that the server has no more. */
    void keepOnly(long account, List<String> listed) {
        jdbc.sql("delete from pop3_mail where mailbox_id = :id and uidl <> all (:listed)")
                .param("id", account)
                .param("listed", listed.toArray(String[]::new))
                .update();
    }
}
