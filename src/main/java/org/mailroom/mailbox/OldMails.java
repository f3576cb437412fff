package org.mailroom.mailbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.mailroom.inbox.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes received mail whose time is over, never that of an open case, of quarantine or that waits. Of a mail that is
 * forgotten a digest stays, so that the same mail does not come in again.
 */
@Component
public class OldMails {

    private static final String FORGET =
            """
            with gone as (
                delete from received_mail where id in (%s)
                returning id, inbox_key, digest, md5(message_id)::uuid as message_id_md5, mailbox_id, uid_validity, uid)
            insert into forgotten_mail (id, inbox_key, digest, message_id_md5, mailbox_id, uid_validity, uid)
            select * from gone on conflict do nothing
            """;

    private final JdbcClient jdbc;

    OldMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deletes mails as they came, and leaves their line in the log and what the case has of them. */
    public int deleteRaw(Instant before, int most) {
        return jdbc.sql(
                        """
                        update received_mail set raw = null
                        where id in (
                            select m.id from received_mail m left join cases c on c.number = m.case_number
                            where m.raw is not null and m.settled_at < :before
                              and m.state in ('DELIVERED', 'FILED', 'IGNORED', 'REFUSED')
                              and (c.number is null or c.closed_at < :before)
                            order by m.id limit :most for update of m skip locked)
                        """)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }

    /** Forgets mails that have no case: filed, ignored and refused ones. */
    public int forget(Instant before, int most) {
        return jdbc.sql(
                        FORGET.formatted(
                                """
                        select m.id from received_mail m
                        where m.settled_at < :before and m.state in ('FILED', 'IGNORED', 'REFUSED')
                          and not exists (select from cases c where c.number = m.case_number)
                          and not exists (select from message where received_mail_id = m.id)
                        order by m.id limit :most for update skip locked
                        """))
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }

    /** Forgets the mails of cases that are deleted in the same transaction. */
    public void forgetThoseOf(List<CaseNumber> deleted) {
        jdbc.sql(FORGET.formatted("select id from received_mail where case_number in (:numbers)"))
                .param("numbers", deleted.stream().map(CaseNumber::value).toList())
                .update();
    }
}
