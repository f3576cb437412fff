package org.mailroom.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.MessageId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of outgoing mails. */
@Component
class OutgoingMails {

    private static final String COLUMNS =
            " id, message_id, case_number, recipients, subject, state, attempts, next_attempt_at, last_error ";
    private static final String SELECT = "select" + COLUMNS + "from outgoing_mail ";

    private final JdbcClient jdbc;

    OutgoingMails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the mail, or gives the one that is there for the same cause, also when another node kept it just now. */
    OutgoingMail keep(Draft draft, ComposedMail mail) {
        return jdbc.sql(
                        """
                        insert into outgoing_mail (cause, kind, answers_to, case_number, inbox_key, message_id, envelope_from,
                                                   recipients, subject, raw)
                        values (:cause, :kind, :mailbox, :case, :inbox, :id, :from, :recipients, :subject, :raw)
                        on conflict (cause) do nothing
                        returning
                        """
                                + COLUMNS)
                .param("cause", draft.cause())
                .param("kind", draft.kind().name())
                .param("mailbox", answersTo(draft))
                .param(
                        "case",
                        draft.caseNumber() == null ? null : draft.caseNumber().value())
                .param("inbox", draft.inbox().value())
                .param("id", mail.id().value())
                .param("from", mail.envelopeFrom())
                .param("recipients", mail.recipients().toArray(String[]::new))
                .param("subject", mail.subject())
                .param("raw", mail.raw())
                .query(OutgoingMails::mail)
                .optional()
                .or(() -> withCause(draft.cause()))
                .orElseThrow();
    }

    private static @Nullable String answersTo(Draft draft) {
        return draft.kind() == Draft.Kind.AUTOMATIC_ANSWER ? draft.to().get(0).mailbox() : null;
    }

    Optional<OutgoingMail> withCause(String cause) {
        return jdbc.sql(SELECT + "where cause = :cause")
                .param("cause", cause)
                .query(OutgoingMails::mail)
                .optional();
    }

    Optional<OutgoingMail> withMessageId(MessageId id) {
        return jdbc.sql(SELECT + "where message_id = :id")
                .param("id", id.value())
                .query(OutgoingMails::mail)
                .optional();
    }

    Optional<OutgoingMail> find(long id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(OutgoingMails::mail)
                .optional();
    }

    Optional<Outbox.Sent> sent(long id) {
        return jdbc.sql("select message_id, raw from outgoing_mail where id = :id and raw is not null")
                .param("id", id)
                .query((row, number) ->
                        new Outbox.Sent(new MessageId(row.getString("message_id")), row.getBytes("raw")))
                .optional();
    }

    /** Also at a server that takes nothing: whoever says "send again" has perhaps just mended it. */
    void startOver(long id) {
        jdbc.sql(
                        """
                        update outgoing_mail
                        set state = 'WAITING', attempts = 0, next_attempt_at = now(), last_error = null, refused_since = null,
                            told = false
                        where id = :id and state <> 'SENT'
                        """)
                .param("id", id)
                .update();
        endRests();
    }

    void endRests() {
        jdbc.sql("update outgoing_account set resting_until = null where resting_until is not null")
                .update();
    }

    boolean giveUp(long id, String by) {
        return jdbc.sql(
                                """
                                with given_up as (
                                    update outgoing_mail
                                    set state = 'FAILED', told = true, last_error = concat_ws(' ', :by || ' gave it up.', last_error)
                                    where id = :id and state = 'WAITING' and (taken_until is null or taken_until < now())
                                    returning id
                                )
                                insert into outgoing_mail_news (outgoing_mail_id, kind) select id, 'FAILED' from given_up
                                """)
                        .param("id", id)
                        .param("by", by)
                        .update()
                == 1;
    }

    private static OutgoingMail mail(ResultSet row, int number) throws SQLException {
        String caseNumber = row.getString("case_number");
        return new OutgoingMail(
                row.getLong("id"),
                new MessageId(row.getString("message_id")),
                caseNumber == null ? null : new CaseNumber(caseNumber),
                texts(row, "recipients"),
                row.getString("subject"),
                OutgoingMail.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getTimestamp("next_attempt_at").toInstant(),
                row.getString("last_error"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
