package org.mailroom.outbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.mailroom.inbox.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes mail that was sent and whose time is over, never that of an open case or of which somebody has still to be told. */
@Component
public class OldOutgoingMails {

    private final JdbcClient jdbc;

    OldOutgoingMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Deletes mails as they left; a case still knows that they did. */
    public int deleteRaw(Instant before, int most) {
        return jdbc.sql(
                        """
                        update outgoing_mail set raw = null
                        where id in (
                            select m.id from outgoing_mail m join cases c on c.number = m.case_number
                            where m.raw is not null and m.state = 'SENT' and m.sent_at < :before and c.closed_at < :before
                            order by m.id limit :most for update of m skip locked)
                        """)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }

    /** Deletes mails that belong to no case, such as notices to admins. */
    public int deleteNotices(Instant before, int most) {
        return jdbc.sql(
                        """
                        delete from outgoing_mail
                        where id in (
                            select m.id from outgoing_mail m
                            where m.case_number is null and m.state = 'SENT' and m.sent_at < :before
                              and not exists (select from outgoing_mail_news n where n.outgoing_mail_id = m.id)
                            order by m.id limit :most for update skip locked)
                        """)
                .param("before", Timestamp.from(before))
                .param("most", most)
                .update();
    }

    /** Deletes the mails of cases that are deleted in the same transaction, and what is known of addresses by them. */
    public void deleteThoseOf(List<CaseNumber> deleted) {
        jdbc.sql("delete from outgoing_mail where case_number in (:numbers)")
                .param("numbers", deleted.stream().map(CaseNumber::value).toList())
                .update();
    }
}
