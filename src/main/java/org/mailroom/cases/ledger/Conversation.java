package org.mailroom.cases.ledger;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.Attachment;
import org.mailroom.message.Content;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.MessageId;
import org.mailroom.message.ThreadIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was said in a case, for those who answer it. */
@Component
public class Conversation {

    private final JdbcClient jdbc;

    Conversation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One message of a case.
     *
     * @param messageId null while it is being composed
     * @param references its ancestors, oldest first
     * @param threadIndex its conversation by Outlook's count; null where it named none
     * @param copies who else was to get it
     * @param text what was new in it
     * @param author user id of the agent who wrote it; null for others
     */
    public record Said(
            long id,
            boolean byCustomer,
            @Nullable MessageId messageId,
            List<MessageId> references,
            @Nullable ThreadIndex threadIndex,
            EmailAddress from,
            List<EmailAddress> copies,
            String subject,
            String text,
            @Nullable String author,
            Instant at) {}

    /** Everything between the customer and us, oldest first; automatic mail is left out. */
    public List<Said> of(CaseNumber number) {
        return jdbc.sql(
                        """
                        select * from message
                        where case_number = :number and kind in ('CUSTOMER', 'REPLY')
                        order by at, id
                        """)
                .param("number", number.value())
                .query(Conversation::said)
                .list();
    }

    /** What the customer said last; empty in a case that only a machine wrote to. */
    public Optional<Said> lastOfCustomer(CaseNumber number) {
        return jdbc.sql(
                        """
                        select * from message
                        where case_number = :number and direction = 'IN'
                        order by kind = 'CUSTOMER' desc, at desc, id desc
                        limit 1
                        """)
                .param("number", number.value())
                .query(Conversation::said)
                .optional();
    }

    /** Subject and whole text of the mail that opened the case, quotations included. */
    public String firstAsWritten(CaseNumber number) {
        return jdbc.sql(
                        """
                        select subject || E'\\n' || body from message
                        where case_number = :number and direction = 'IN'
                        order by at, id
                        limit 1
                        """)
                .param("number", number.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** How large in megabytes the mail was that opened the case; empty where it was kept. */
    public Optional<Double> tooLarge(CaseNumber number) {
        return jdbc.sql(
                        """
                        select whole_size / 1048576.0 from received_mail
                        where id = (select received_mail_id from message where case_number = :number order by id limit 1)
                          and whole_size is not null
                        """)
                .param("number", number.value())
                .query(Double.class)
                .optional();
    }

    public Said get(long messageId) {
        return jdbc.sql("select * from message where id = :id")
                .param("id", messageId)
                .query(Conversation::said)
                .single();
    }

    public List<Attachment> attachments(long messageId) {
        return jdbc.sql(
                        """
                        select attachment.*, content.bytes from attachment join content using (sha256)
                        where message_id = :id order by position
                        """)
                .param("id", messageId)
                .query((row, number) -> new Attachment(
                        row.getString("name"),
                        row.getString("type"),
                        Content.of(row.getBytes("bytes")),
                        row.getBoolean("inline"),
                        row.getString("content_id"),
                        row.getString("path")))
                .list();
    }

    private static Said said(ResultSet row, int number) throws SQLException {
        String messageId = row.getString("message_id");
        String threadIndex = row.getString("thread_index");
        return new Said(
                row.getLong("id"),
                row.getString("direction").equals("IN"),
                messageId == null ? null : new MessageId(messageId),
                ids(row.getArray("reference_ids")),
                threadIndex == null ? null : new ThreadIndex(threadIndex),
                new EmailAddress(row.getString("from_address"), row.getString("from_name")),
                copies(row.getArray("cc_addresses")),
                row.getString("subject"),
                row.getString("new_text"),
                row.getString("author"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static List<EmailAddress> copies(Array values) throws SQLException {
        return Arrays.stream((String[]) values.getArray()).map(EmailAddress::of).toList();
    }

    private static List<MessageId> ids(Array values) throws SQLException {
        return Arrays.stream((String[]) values.getArray()).map(MessageId::new).toList();
    }
}
