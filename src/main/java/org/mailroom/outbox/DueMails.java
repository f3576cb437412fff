package org.mailroom.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mailroom.message.EmailAddress;
import org.mailroom.outbox.Delivery.Failure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The mails whose time has come. Every call takes part in the caller's transaction, which holds the mail it took. */
@Component
class DueMails {

    private final JdbcClient jdbc;

    DueMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next one that nobody else is sending. */
    Optional<DueMail> takeNext() {
        return jdbc.sql(
                        """
                        select id, envelope_from, recipients, taken_for, raw, attempts
                        from outgoing_mail
                        where state = 'WAITING' and next_attempt_at <= now()
                        order by next_attempt_at, id
                        limit 1
                        for update skip locked
                        """)
                .query(DueMails::mail)
                .optional();
    }

    void sent(DueMail mail, Delivery delivery) {
        jdbc.sql(
                        """
                        update outgoing_mail
                        set state = 'SENT', sent_at = clock_timestamp(), attempts = attempts + 1, last_error = null,
                            taken_for = taken_for || :taken
                        where id = :id
                        """)
                .param("id", mail.id())
                .param("taken", delivery.takenFor().toArray(String[]::new))
                .update();
        tell(mail, "SENT");
    }

    void failed(DueMail mail, Delivery delivery, Failure failure) {
        int attempts = mail.attempts() + 1;
        jdbc.sql(
                        """
                        update outgoing_mail
                        set state = :state, attempts = :attempts, last_error = :words, taken_for = taken_for || :taken,
                            next_attempt_at = clock_timestamp() + make_interval(secs => :pause)
                        where id = :id
                        """)
                .param("id", mail.id())
                .param("state", failure.forGood() ? "FAILED" : "WAITING")
                .param("attempts", attempts)
                .param("words", failure.words())
                .param("taken", delivery.takenFor().toArray(String[]::new))
                .param("pause", Retries.pauseAfter(attempts).toSeconds())
                .update();
        if (Retries.isTimeToTell(attempts, failure.forGood())) {
            tell(mail, "FAILED");
        }
    }

    private void tell(DueMail mail, String kind) {
        jdbc.sql("insert into outgoing_mail_news (outgoing_mail_id, kind) values (:mail, :kind)")
                .param("mail", mail.id())
                .param("kind", kind)
                .update();
    }

    private static DueMail mail(ResultSet row, int number) throws SQLException {
        List<String> open = new ArrayList<>(OutgoingMails.texts(row, "recipients"));
        open.removeAll(OutgoingMails.texts(row, "taken_for"));
        return new DueMail(
                row.getLong("id"),
                row.getString("envelope_from"),
                open.stream().map(EmailAddress::of).toList(),
                row.getBytes("raw"),
                row.getInt("attempts"));
    }
}
