package org.mailroom.outbox.sending;

import static org.mailroom.outbox.sending.LazyCommit.LAZILY;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.outbox.smtp.Delivery;
import org.mailroom.outbox.smtp.Delivery.Failure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What came of a mail, written down together with the mail that is next in hand, and with the news to tell of it. */
@Component
class Results {

    private static final String NEXT_IN_HAND =
            """
            hand as (update outgoing_mail_in_hand set mail_id = :next where round_id = :round)
            """;

    private final JdbcClient jdbc;
    private final OutboxSettings settings;

    Results(JdbcClient jdbc, OutboxSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** @param next the mail that the round takes in hand now; null for none */
    void note(long round, DueMail mail, Delivery delivery, @Nullable Long next) {
        if (delivery.failure() != null) {
            failed(round, mail, delivery.takenFor(), delivery.failure(), next);
        } else if (!delivery.leftTheMailAlone()) {
            sent(round, mail, delivery.takenFor(), next);
        }
    }

    /** Noted whoever has the mail by now. Nobody waits for a notice, so that is told to nobody. */
    private void sent(long round, DueMail mail, List<String> takenFor, @Nullable Long next) {
        jdbc.sql(
                        "with " + NEXT_IN_HAND
                                + """
                        , noted as (
                            update outgoing_mail
                            set state = 'SENT', sent_at = clock_timestamp(), attempts = attempts + 1, last_error = null,
                                taken_until = null, taken_for = taken_for || :taken
                            from
                        """
                                + LAZILY
                                + """

                            where id = :id and state <> 'SENT'
                            returning id, kind
                        )
                        insert into outgoing_mail_news (outgoing_mail_id, kind)
                        select id, 'SENT' from noted where kind <> 'NOTICE'
                        """)
                .param("round", round)
                .param("next", next)
                .param("id", mail.id())
                .param("taken", takenFor.toArray(String[]::new))
                .update();
    }

    private void failed(long round, DueMail mail, List<String> takenFor, Failure failure, @Nullable Long next) {
        int attempts = mail.attempts() + 1;
        jdbc.sql(
                        "with " + NEXT_IN_HAND
                                + """
                        , before as (
                            select id, told, coalesce(refused_since, clock_timestamp()) as since,
                                   :forGood
                                   or coalesce(refused_since, clock_timestamp()) + make_interval(secs => :patience)
                                      <= clock_timestamp() as over
                            from outgoing_mail,
                        """
                                + LAZILY
                                + """

                            where id = :id and state = 'WAITING' and round_id = :round and taken_until is not null
                        ), noted as (
                            update outgoing_mail mail
                            set state = case when over then 'FAILED' else 'WAITING' end, attempts = :attempts,
                                last_error = :words, taken_for = taken_for || :taken, taken_until = null,
                                refused_since = since, told = mail.told or over or :timeToTell,
                                next_attempt_at = least(clock_timestamp() + make_interval(secs => :pause),
                                                        since + make_interval(secs => :patience))
                            from before where before.id = mail.id
                            returning mail.id, over or :timeToTell and not before.told as news
                        )
                        insert into outgoing_mail_news (outgoing_mail_id, kind) select id, 'FAILED' from noted where news
                        """)
                .param("round", round)
                .param("next", next)
                .param("id", mail.id())
                .param("forGood", failure.forGood())
                .param("patience", settings.giveUpAfter().toSeconds())
                .param("attempts", attempts)
                .param("words", failure.words())
                .param("taken", takenFor.toArray(String[]::new))
                .param("timeToTell", Retries.isTimeToTell(attempts))
                .param("pause", Retries.pauseAfter(attempts).toSeconds())
                .update();
    }
}
