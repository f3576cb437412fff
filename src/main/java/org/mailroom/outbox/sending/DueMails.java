package org.mailroom.outbox.sending;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.mailroom.message.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The mails whose time has come. A round takes several at once, for as long as its lease runs; what it does not give back
 * nor note is free again afterwards, for it died. Whoever did not die had the time to note it, also when the database was away.
 */
@Component
class DueMails {

    /** Of {@code mail}: due, and nobody is at it. It asks the mail's row alone, so that it holds for a row that just changed. */
    static final String FREE =
            """
            mail.state = 'WAITING' and mail.next_attempt_at <= now()
            and (mail.taken_until is null
                 or mail.taken_until < now() and pg_postmaster_start_time() < now() - interval '15 seconds')
            """;

    /** Of {@code mail}: the id of the account by which it leaves. */
    static final String ACCOUNT =
            """
            coalesce((select own.account_id from outgoing_account_inbox own where own.inbox_key = mail.inbox_key), 0)
            """;

    private final JdbcClient jdbc;

    DueMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The next ones, in their order. A mail that somebody took before and neither gave back nor noted was perhaps handed over:
     * the one that he was at, or, where the database crashed since and knows no more, each of them.
     */
    Taken take(long round, long account, int most) {
        List<Row> rows = jdbc.sql(
                        """
                        with due as materialized (
                            select mail.id, mail.next_attempt_at as due_at,
                                   mail.taken_until is not null
                                   and not exists (select from outgoing_mail_in_hand hand
                                                   where hand.round_id = mail.round_id
                                                     and hand.mail_id is distinct from mail.id) as interrupted
                            from outgoing_mail mail
                            where
                        """
                                + FREE + "and " + ACCOUNT
                                + """
                                  = :account
                            order by mail.next_attempt_at, mail.id
                            limit :most
                            for update of mail skip locked
                        ), hand as (
                            update outgoing_mail_in_hand
                            set mail_id = (select due.id from due order by due.due_at, due.id limit 1)
                            where round_id = :round and exists (select from due)
                        )
                        update outgoing_mail mail
                        set round_id = :round, taken_until = now() + make_interval(secs => :lease),
                            possibly_doubled = possibly_doubled + interrupted::int
                        from due where due.id = mail.id
                        returning mail.id, envelope_from, recipients, taken_for, raw, attempts, due_at, interrupted,
                                  exists (select from outgoing_mail_in_hand where round_id = :round) as known
                        """)
                .param("round", round)
                .param("account", account)
                .param("most", most)
                .param("lease", Rounds.LEASE.toSeconds())
                .query((row, number) -> new Row(row.getTimestamp("due_at"), row.getBoolean("known"), mail(row)))
                .list();
        return new Taken(
                rows.stream()
                        .sorted(Comparator.comparing(Row::due)
                                .thenComparing(row -> row.mail().id()))
                        .map(Row::mail)
                        .toList(),
                rows.stream().allMatch(Row::known));
    }

    /** @param surely whether the database still knows what was noted before, which it may not after a crash of its own */
    record Taken(List<DueMail> mails, boolean surely) {

        static final Taken NOTHING = new Taken(List.of(), true);
    }

    private record Row(Timestamp due, boolean known, DueMail mail) {}

    /** For those that were taken and not touched. */
    void giveBack(long round, Collection<Long> mails) {
        if (!mails.isEmpty()) {
            jdbc.sql(
                            "update outgoing_mail set taken_until = null where id in (:mails) and round_id = :round and state = 'WAITING'")
                    .param("mails", mails)
                    .param("round", round)
                    .update();
        }
    }

    void renew(long round, Collection<Long> mails) {
        if (!mails.isEmpty()) {
            jdbc.sql(
                            """
                            update outgoing_mail set taken_until = now() + make_interval(secs => :lease)
                            where id in (:mails) and round_id = :round and taken_until is not null
                            """)
                    .param("mails", mails)
                    .param("round", round)
                    .param("lease", Rounds.LEASE.toSeconds())
                    .update();
        }
    }

    private static DueMail mail(ResultSet row) throws SQLException {
        List<String> open = new ArrayList<>(texts(row, "recipients"));
        open.removeAll(texts(row, "taken_for"));
        return new DueMail(
                row.getLong("id"),
                row.getString("envelope_from"),
                open.stream().map(EmailAddress::of).toList(),
                row.getBytes("raw"),
                row.getInt("attempts"),
                row.getBoolean("interrupted"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Stream.of((String[]) row.getArray(column).getArray()).toList();
    }
}
