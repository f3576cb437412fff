package org.mailroom.outbox.sending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.outbox.OutgoingMail.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The news that were not told yet. */
@Component
class NewsToTell {

    private static final int MOST_AT_ONCE = 20;

    private static final String UNTOLD =
            """
            select news.id, news.kind, news.attempts, mail.id as mail, mail.case_number, mail.subject, mail.state,
                   mail.told, mail.last_error
            from outgoing_mail_news news join outgoing_mail mail on mail.id = news.outgoing_mail_id
            where news.next_attempt_at <= now()
              and not exists (select from outgoing_mail_news older
                              where older.outgoing_mail_id = news.outgoing_mail_id and older.id < news.id)
            """;

    private final JdbcClient jdbc;

    NewsToTell(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next that nobody else is telling, of one mail always the oldest. Held to the end of the transaction. */
    List<News> takeNext() {
        return jdbc.sql(UNTOLD + "order by news.id limit :most for update of news skip locked")
                .param("most", MOST_AT_ONCE)
                .query(NewsToTell::news)
                .list();
    }

    /** This one, unless somebody else is telling it or has told it. Held to the end of the transaction. */
    List<News> take(long id) {
        return jdbc.sql(UNTOLD + "and news.id = :id for update of news skip locked")
                .param("id", id)
                .query(NewsToTell::news)
                .list();
    }

    /** @return how many are told now */
    int told(List<News> news) {
        return news.isEmpty()
                ? 0
                : jdbc.sql("delete from outgoing_mail_news where id = any (:ids)")
                        .param("ids", news.stream().map(News::id).toArray(Long[]::new))
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
