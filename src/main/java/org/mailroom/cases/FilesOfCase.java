package org.mailroom.cases;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.Attachment;
import org.mailroom.message.Content;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the attachments of a case, what there is and the bytes of one, and its mails as they came. */
@Component
class FilesOfCase {

    private final JdbcClient jdbc;

    FilesOfCase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the id of the mail that they came with. */
    Map<Long, List<CaseView.File>> of(CaseNumber number) {
        return jdbc
                .sql(
                        """
                        select attachment.*
                        from attachment join message on message.id = attachment.message_id
                        where message.case_number = :number
                        order by attachment.message_id, attachment.position
                        """)
                .param("number", number.value())
                .query((row, index) -> Map.entry(row.getLong("message_id"), file(row)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    }

    Optional<Attachment> attachment(CaseNumber number, long messageId, int position) {
        return jdbc.sql(
                        """
                        select attachment.*, content.bytes
                        from attachment
                            join message on message.id = attachment.message_id
                            join content on content.sha256 = attachment.sha256
                        where message.case_number = :number and message.id = :message and attachment.position = :position
                        """)
                .param("number", number.value())
                .param("message", messageId)
                .param("position", position)
                .query((row, index) -> attachment(row))
                .optional();
    }

    Optional<byte[]> original(CaseNumber number, long messageId) {
        return jdbc.sql(
                        """
                        select received_mail.raw
                        from message join received_mail on received_mail.id = message.received_mail_id
                        where message.case_number = :number and message.id = :message
                        """)
                .param("number", number.value())
                .param("message", messageId)
                .query(byte[].class)
                .optional();
    }

    private static CaseView.File file(ResultSet row) throws SQLException {
        return new CaseView.File(
                row.getInt("position"),
                row.getString("name"),
                row.getString("type"),
                row.getInt("size"),
                row.getBoolean("inline"),
                row.getString("content_id"),
                row.getString("path"));
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getString("name"),
                row.getString("type"),
                Content.of(row.getBytes("bytes")),
                row.getBoolean("inline"),
                row.getString("content_id"),
                row.getString("path"));
    }
}
