package org.mailroom.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.TooLarge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the mails of a case, oldest first, each with how its sending stands. */
@Component
class MailsOfCase {

    private final JdbcClient jdbc;
    private final FilesOfCase files;

    MailsOfCase(JdbcClient jdbc, FilesOfCase files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    List<CaseView.Mail> of(CaseNumber number) {
        Map<Long, List<CaseView.File>> attached = files.of(number);
        return jdbc.sql(
                        """
                        select message.*, outgoing_mail.state as sending, outgoing_mail.attempts, outgoing_mail.last_error,
                               coalesce(outgoing_mail.possibly_doubled, 0) > 0 as possibly_doubled,
                               received_mail.whole_size, received_mail.size_limit,
                               concat_ws(', ', mailbox_account.name, mailbox_account.folder) as mailbox
                        from message left join outgoing_mail on outgoing_mail.id = message.outgoing_mail_id
                             left join received_mail on received_mail.id = message.received_mail_id
                             left join mailbox_account on mailbox_account.id = received_mail.mailbox_id
                        where message.case_number = :number
                        order by message.at, message.id
                        """)
                .param("number", number.value())
                .query((row, index) -> mail(row, attached.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static CaseView.Mail mail(ResultSet row, List<CaseView.File> files) throws SQLException {
        return new CaseView.Mail(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("direction").equals("IN"),
                row.getString("kind"),
                new EmailAddress(row.getString("from_address"), row.getString("from_name")),
                addresses(row, "to_addresses"),
                addresses(row, "cc_addresses"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("new_text"),
                row.getString("html"),
                row.getString("author"),
                files,
                List.of(texts(row, "warnings")),
                sending(row),
                tooLarge(row));
    }

    private static CaseView.@Nullable Sending sending(ResultSet row) throws SQLException {
        String state = row.getString("sending");
        return state == null
                ? null
                : new CaseView.Sending(
                        row.getLong("outgoing_mail_id"),
                        state,
                        row.getInt("attempts"),
                        row.getString("last_error"),
                        row.getBoolean("possibly_doubled"));
    }

    private static @Nullable TooLarge tooLarge(ResultSet row) throws SQLException {
        Long size = row.getObject("whole_size", Long.class);
        return size == null ? null : new TooLarge(size, row.getLong("size_limit"), row.getString("mailbox"));
    }

    private static List<EmailAddress> addresses(ResultSet row, String column) throws SQLException {
        return Stream.of(texts(row, column))
                .filter(text -> !text.isBlank())
                .map(EmailAddress::of)
                .toList();
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
