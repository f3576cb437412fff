package org.mailroom.mailbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailbox.ReceivedMail.State;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every mail that was received and what became of it, for people and programs that look. */
@Component
public class ReceivedMailLog {

    private static final String LINES =
            """
            select m.id, m.inbox_key, a.name as mailbox, m.message_id, m.received_at, m.state, m.reason, m.attempts, m.kind,
                   m.evidence, m.from_address, m.subject, coalesce(m.whole_size, length(m.raw), 0) as size, m.settled_at, m.case_number,
                   off.name as switched_off, m.whole_size, m.size_limit, a.folder
            from received_mail m left join mailbox_account a on a.id = m.mailbox_id
                 left join inbox off on off.key = m.refused_by
            """;

    private final JdbcClient jdbc;
    private final IntakeLoop loop;

    ReceivedMailLog(JdbcClient jdbc, IntakeLoop loop) {
        this.jdbc = jdbc;
        this.loop = loop;
    }

    /** Newest first. */
    public List<ReceivedMail> lines(LogQuestion question, int most) {
        return jdbc.sql(
                        LINES
                                + """
                        where (:state::text is null or m.state = :state)
                          and (:mailbox::text is null or a.name = :mailbox)
                          and (:since::timestamptz is null or m.received_at >= :since)
                          and (:words::text is null
                               or position(lower(:words) in lower(concat_ws(' ', m.from_address, m.subject))) > 0)
                          and (:after::bigint is null or m.id < :after)
                        order by m.id desc
                        limit :most
                        """)
                .param(
                        "state",
                        question.state() == null ? null : question.state().name())
                .param("mailbox", question.mailbox())
                .param(
                        "since",
                        question.since() == null ? null : question.since().atOffset(ZoneOffset.UTC))
                .param("words", question.words())
                .param("after", question.after())
                .param("most", most)
                .query(ReceivedMailLog::line)
                .list();
    }

    public Optional<ReceivedMail> line(long id) {
        return jdbc.sql(LINES + "where m.id = :id")
                .param("id", id)
                .query(ReceivedMailLog::line)
                .optional();
    }

    /** The mail, byte for byte; empty where there is none, or its time was over. */
    public Optional<byte[]> raw(long id) {
        return jdbc.sql("select raw from received_mail where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    /** How many there are in each state. */
    public Map<State, Long> counts() {
        return jdbc
                .sql("select state, count(*) as count from received_mail group by state")
                .query((row, number) -> Map.entry(State.valueOf(row.getString("state")), row.getLong("count")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Has the mail taken in once more, now; false where there is none or its state does not allow it. */
    public boolean takeInAgain(long id) {
        boolean waits = jdbc.sql(
                                """
                                update received_mail
                                set state = 'RECEIVED', attempts = 0, next_attempt_at = now(), settled_at = null,
                                    refused_by = null
                                where id = :id and state in (:repeatable) and raw is not null
                                """)
                        .param("id", id)
                        .param("repeatable", repeatable())
                        .update()
                == 1;
        if (waits) {
            loop.wake();
        }
        return waits;
    }

    /** How many mails this inbox has refused because it was switched off, and that were not taken in since. */
    public int refusedBy(InboxKey inbox) {
        return jdbc.sql(
                        "select count(*) from received_mail where state = 'REFUSED' and refused_by = :inbox and raw is not null")
                .param("inbox", inbox.value())
                .query(Integer.class)
                .single();
    }

    /**
     * Has all mail taken in that this inbox has refused because it was switched off, in the order in which it came.
     *
     * @return how many
     */
    public int takeInAgain(InboxKey inbox) {
        int waiting = jdbc.sql(
                        """
                        update received_mail
                        set state = 'RECEIVED', attempts = 0, next_attempt_at = now(), settled_at = null, refused_by = null
                        where state = 'REFUSED' and refused_by = :inbox and raw is not null
                        """)
                .param("inbox", inbox.value())
                .update();
        loop.wake();
        return waiting;
    }

    /**
     * Takes a mail out of quarantine without taking it in. It stays in the log, and can still be taken in.
     *
     * @param by name of the person who decided
     */
    public boolean setAside(long id, String by) {
        return jdbc.sql(
                                """
                                update received_mail set state = 'IGNORED', reason = :reason, settled_at = now()
                                where id = :id and state = 'QUARANTINED'
                                """)
                        .param("id", id)
                        .param("reason", by + " set it aside.")
                        .update()
                == 1;
    }

    private static List<String> repeatable() {
        return Arrays.stream(State.values())
                .filter(State::isRepeatable)
                .map(State::name)
                .toList();
    }

    private static ReceivedMail line(ResultSet row, int number) throws SQLException {
        String caseNumber = row.getString("case_number");
        return new ReceivedMail(
                row.getLong("id"),
                new InboxKey(row.getString("inbox_key")),
                row.getString("mailbox"),
                row.getString("message_id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getString("reason"),
                row.getInt("attempts"),
                row.getString("kind"),
                List.of((String[]) row.getArray("evidence").getArray()),
                row.getString("from_address"),
                row.getString("subject"),
                row.getLong("size"),
                instant(row.getObject("settled_at", OffsetDateTime.class)),
                caseNumber == null ? null : new CaseNumber(caseNumber),
                row.getString("switched_off"),
                TooLargeColumns.of(row));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
