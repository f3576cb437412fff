package org.mailroom.outbox;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The news that were not told yet. */
@Component
class NewsToTell {

    private final JdbcClient jdbc;
    private final OutgoingMails mails;

    NewsToTell(JdbcClient jdbc, OutgoingMails mails) {
        this.jdbc = jdbc;
        this.mails = mails;
    }

    /** The next that nobody else is telling, of one mail always the oldest. Held to the end of the transaction. */
    Optional<News> takeNext() {
        return jdbc.sql(
                        """
                        select news.id, news.outgoing_mail_id, news.kind, news.attempts
                        from outgoing_mail_news news
                        where news.next_attempt_at <= now()
                          and not exists (select from outgoing_mail_news older
                                          where older.outgoing_mail_id = news.outgoing_mail_id and older.id < news.id)
                        order by news.id
                        limit 1
                        for update skip locked
                        """)
                .query((row, number) -> new News(
                        row.getLong("id"),
                        row.getString("kind").equals("SENT"),
                        row.getInt("attempts"),
                        mails.find(row.getLong("outgoing_mail_id")).orElseThrow()))
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
}
