package org.mailroom.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.intake.Reading;
import org.mailroom.intake.Received;
import org.mailroom.intake.Taken;
import org.mailroom.intake.Verdict;
import org.mailroom.message.MessageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Received mail that is to be taken in. A mail that a worker looks at is locked, and the others pass it over. */
@Component
class WaitingMails {

    private static final int MOST_AT_ONCE = 20;
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int MOST_ATTEMPTS = 3;

    private static final String MAIL =
            """
            select m.id, m.inbox_key, m.message_id, m.raw, m.whole_size, m.size_limit, a.name as mailbox, a.folder
            from received_mail m left join mailbox_account a on a.id = m.mailbox_id
            """;

    private final JdbcClient jdbc;

    WaitingMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The oldest that are due and that nobody looks at, up to {@value #MOST_AT_ONCE} or {@value #MOST_BYTES} bytes together;
     * locked until the transaction ends. One that failed before is given alone, and so is one that is larger.
     */
    List<Received> next() {
        return jdbc.sql(
                        """
                        with due as materialized (
                            select id, next_attempt_at, attempts, octet_length(raw) as bytes
                            from received_mail
                            where state = 'RECEIVED' and next_attempt_at <= now()
                            order by next_attempt_at, id
                            limit :most
                            for update skip locked),
                        batch as (
                            select id, next_attempt_at, row_number() over oldest as place,
                                   sum(bytes) over oldest as bytes, sum(attempts) over oldest as attempts
                            from due window oldest as (order by next_attempt_at, id))
                        """
                                + MAIL
                                + """
                        join batch on batch.id = m.id
                        where batch.place = 1 or batch.bytes <= :bytes and batch.attempts = 0
                        order by batch.place
                        """)
                .param("most", MOST_AT_ONCE)
                .param("bytes", MOST_BYTES)
                .query(WaitingMails::received)
                .list();
    }

    /** The one with this number, unless somebody else looks at it or has taken it in; locked until the transaction ends. */
    List<Received> find(long id) {
        return jdbc.sql(
                        MAIL
                                + """
                        where m.id = :id and state = 'RECEIVED' and next_attempt_at <= now()
                        for update of m skip locked
                        """)
                .param("id", id)
                .query(WaitingMails::received)
                .list();
    }

    /** Whether one of these messages came before the mail and is not taken in yet. */
    boolean isOneWaiting(List<String> messageIds, long before) {
        return !messageIds.isEmpty()
                && jdbc.sql(
                                """
                                select exists (
                                    select from received_mail
                                    where state = 'RECEIVED' and id < :before
                                      and md5(message_id) in (select md5(i) from unnest(:ids) i))
                                """)
                        .param("before", before)
                        .param("ids", messageIds.toArray(String[]::new))
                        .query(Boolean.class)
                        .single();
    }

    void postpone(long id, Duration delay) {
        jdbc.sql("update received_mail set next_attempt_at = now() + make_interval(secs => :seconds) where id = :id")
                .param("id", id)
                .param("seconds", delay.toSeconds())
                .update();
    }

    void settle(Received received, Taken taken) {
        long id = received.id();
        String tooLarge =
                received.tooLarge() == null ? null : received.tooLarge().reason();
        Verdict verdict = taken.verdict();
        if (verdict instanceof Verdict.NewCase opened) {
            settle(id, taken, "DELIVERED", opened.number(), tooLarge);
        } else if (verdict instanceof Verdict.FollowUp joined) {
            settle(id, taken, "DELIVERED", joined.number(), tooLarge);
        } else if (verdict instanceof Verdict.Filed filed) {
            settle(id, taken, "FILED", filed.number(), filed.reason());
        } else if (verdict instanceof Verdict.Ignored ignored) {
            settle(id, taken, "IGNORED", null, ignored.reason());
        } else if (verdict instanceof Verdict.SwitchedOff off) {
            settle(id, taken, "REFUSED", null, off.reason());
            refusedBy(id, off.inbox().key());
        } else if (verdict instanceof Verdict.Refused refused) {
            settle(id, taken, "REFUSED", null, refused.reason());
        } else {
            throw new IllegalStateException("A verdict that nobody knows: " + verdict);
        }
    }

    /** Counts a failed attempt; true where it was the last and the mail is put aside. */
    boolean fail(long id, String reason) {
        return jdbc.sql(
                        """
                        update received_mail
                        set attempts = attempts + 1,
                            reason = :reason,
                            next_attempt_at = now() + make_interval(secs => 5 * 6 ^ attempts),
                            settled_at = now(),
                            state = case when attempts + 1 >= :most then 'QUARANTINED' else state end
                        where id = :id and state = 'RECEIVED'
                        returning state = 'QUARANTINED'
                        """)
                .param("id", id)
                .param("reason", reason)
                .param("most", MOST_ATTEMPTS)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Makes mails due that failed for a reason that begins so, those that are put aside too, as if they were new. */
    int takeInAgain(String reason) {
        return jdbc.sql(
                        """
                        update received_mail
                        set state = 'RECEIVED', attempts = 0, next_attempt_at = now(), settled_at = null
                        where state in ('RECEIVED', 'QUARANTINED') and starts_with(reason, :reason) and raw is not null
                        """)
                .param("reason", reason)
                .update();
    }

    private void settle(long id, Taken taken, String state, @Nullable CaseNumber number, @Nullable String reason) {
        Reading reading = taken.reading();
        jdbc.sql(
                        """
                        update received_mail
                        set state = :state, case_number = :number, reason = :reason, kind = :kind, evidence = :evidence,
                            from_address = :from, subject = :subject, settled_at = now()
                        where id = :id
                        """)
                .param("id", id)
                .param("state", state)
                .param("number", number == null ? null : number.value())
                .param("reason", reason)
                .param("kind", reading.judgement().kind().word())
                .param("evidence", taken.evidence().toArray(String[]::new))
                .param("from", reading.message().from().address())
                .param("subject", reading.message().subject())
                .update();
    }

    private void refusedBy(long id, InboxKey inbox) {
        jdbc.sql("update received_mail set refused_by = :inbox where id = :id")
                .param("id", id)
                .param("inbox", inbox.value())
                .update();
    }

    private static Received received(ResultSet row, int number) throws SQLException {
        return new Received(
                row.getLong("id"),
                new InboxKey(row.getString("inbox_key")),
                new MessageId(row.getString("message_id")),
                row.getBytes("raw"),
                TooLargeColumns.of(row));
    }
}
