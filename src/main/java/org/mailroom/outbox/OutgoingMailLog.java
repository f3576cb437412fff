package org.mailroom.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.outbox.OutgoingMail.State;
import org.mailroom.outbox.OutgoingQuestion.Show;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every mail that is to leave or has left, for people and programs that look. */
@Component
public class OutgoingMailLog {

    private static final String LINES =
            """
            select mail.id, mail.inbox_key, mail.case_number, mail.message_id, mail.recipients, mail.subject, length(mail.raw) as size,
                   mail.state, mail.attempts, mail.next_attempt_at, mail.last_error, mail.possibly_doubled, mail.created_at,
                   mail.sent_at, coalesce(mail.taken_until > now(), false) as in_hand, account.name as account
            from outgoing_mail mail
                 left join outgoing_account_inbox own on own.inbox_key = mail.inbox_key
                 join outgoing_account account on account.id = coalesce(own.account_id, 0)
            """;

    private final JdbcClient jdbc;

    OutgoingMailLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Newest first. */
    public List<OutgoingLine> lines(OutgoingQuestion question, int most) {
        return jdbc.sql(
                        LINES + "where " + shown(question.show())
                                + """
                          and (:inbox::text is null or mail.inbox_key = :inbox)
                          and (:words::text is null
                               or position(lower(:words) in lower(mail.subject || ' ' || array_to_string(mail.recipients, ' '))) > 0)
                          and (:after::bigint is null or mail.id < :after)
                        order by mail.id desc
                        limit :most
                        """)
                .param(
                        "inbox",
                        question.inbox() == null ? null : question.inbox().value())
                .param("words", question.words())
                .param("after", question.after())
                .param("most", most)
                .query(OutgoingMailLog::line)
                .list();
    }

    /** As text, for PostgreSQL to see which of its indexes it may use. */
    private static String shown(Show show) {
        return switch (show) {
            case OPEN -> "mail.state in ('WAITING', 'FAILED')\n";
            case WAITING, FAILED, SENT -> "mail.state = '" + show + "'\n";
            case DOUBLED -> "mail.possibly_doubled > 0\n";
            case ALL -> "true\n";
        };
    }

    public Optional<OutgoingLine> line(long id) {
        return jdbc.sql(LINES + "where mail.id = :id")
                .param("id", id)
                .query(OutgoingMailLog::line)
                .optional();
    }

    /** How many there are to look after; those that were sent are not counted, for they are many. */
    public Map<Show, Long> counts() {
        return jdbc
                .sql(
                        """
                        select 'OPEN' as show, count(*) as count from outgoing_mail where state in ('WAITING', 'FAILED')
                        union all select 'WAITING', count(*) from outgoing_mail where state = 'WAITING'
                        union all select 'FAILED', count(*) from outgoing_mail where state = 'FAILED'
                        union all select 'DOUBLED', count(*) from outgoing_mail where possibly_doubled > 0
                        """)
                .query((row, number) -> Map.entry(Show.valueOf(row.getString("show")), row.getLong("count")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The mail servers that take nothing at the moment. */
    public List<Stopped> stopped() {
        return jdbc.sql(
                        """
                        select name, trouble_words, trouble_since, resting_until from outgoing_account
                        where trouble is not null order by id
                        """)
                .query((row, number) -> new Stopped(
                        row.getString("name"),
                        row.getString("trouble_words"),
                        row.getObject("trouble_since", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("resting_until", OffsetDateTime.class))))
                .list();
    }

    /**
     * Why a mail server takes nothing.
     *
     * @param account empty for the mail server of the settings
     * @param triedNext null where it is tried with the next mail
     */
    public record Stopped(String account, String words, Instant since, @Nullable Instant triedNext) {}

    private static OutgoingLine line(ResultSet row, int number) throws SQLException {
        String caseNumber = row.getString("case_number");
        State state = State.valueOf(row.getString("state"));
        return new OutgoingLine(
                row.getLong("id"),
                new InboxKey(row.getString("inbox_key")),
                caseNumber == null ? null : new CaseNumber(caseNumber),
                row.getString("account"),
                row.getString("message_id"),
                List.of((String[]) row.getArray("recipients").getArray()),
                row.getString("subject"),
                row.getLong("size"),
                state,
                row.getInt("attempts"),
                state == State.WAITING ? instant(row.getObject("next_attempt_at", OffsetDateTime.class)) : null,
                row.getString("last_error"),
                row.getInt("possibly_doubled"),
                row.getBoolean("in_hand"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("sent_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
