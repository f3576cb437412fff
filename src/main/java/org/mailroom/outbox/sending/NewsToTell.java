package org.mailroom.outbox.sending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.outbox.OutgoingMail.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The news that were not told yet. */
@Component
class NewsToTell {

    private final JdbcClient jdbc;

    NewsToTell(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next that nobody else is telling, of one mail always the oldest. Held to the end of the transaction. */
    Optional<News> takeNext() {
        return jdbc.sql(
                        """
                        select news.id, news.kind, news.attempts, mail.id as mail, mail.case_number, mail.subject, mail.state,
                               mail.told, mail.last_error
                        from outgoing_mail_news news join outgoing_mail mail on mail.id = news.outgoing_mail_id
                        where news.next_attempt_at <= now()
                          and not exists (select from outgoing_mail_news older
                                          where older.outgoing_mail_id = news.outgoing_mail_id and older.id < news.id)
                        order by news.id
                        limit 1
                        for update of news skip locked
                        """)
                .query(NewsToTell::news)
                .optional();
    }

    void told(News news) {
        jdbc.sql("delete from outgoing_mail_news where id = :id")
                .param("id", news.id())
                .update();
    }

    void putOff(News news, Duration pause) {
        jdbc.sql(
                        """
                        update outgoing_mail_news
                        set attempts = attempts + 1, next_attempt_at = now() + make_interval(secs => :pause)
                        where id = :id
                        """)
                .param("id", news.id())
                .param("pause", pause.toSeconds())
                .update();
    }

    private static News news(ResultSet row, int number) throws SQLException {
        String caseNumber = row.getString("case_number");
        return new News(
                row.getLong("id"),
                row.getString("kind").equals("SENT"),
                row.getInt("attempts"),
                row.getLong("mail"),
                caseNumber == null ? null : new CaseNumber(caseNumber),
                row.getString("subject"),
                State.valueOf(row.getString("state")),
                row.getBoolean("told"),
                row.getString("last_error"));
    }
}
