package org.mailroom.cases.ledger;

import java.util.List;
import org.mailroom.message.Attachment;
import org.mailroom.message.Content;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;
import org.springframework.stereotype.Component;

/** The files of messages, in their order; equal bytes are kept once. */
@Component
class Attachments {

    private final JdbcClient jdbc;

    Attachments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(long message, List<Attachment> attachments) {
        for (int position = 0; position < attachments.size(); position++) {
            keep(attachments.get(position).content());
            add(message, position, attachments.get(position));
        }
    }

    private void add(long message, int position, Attachment attachment) {
        jdbc.sql(
                        """
                        insert into attachment (message_id, position, name, type, size, sha256, inline, content_id, path)
                        values (:message, :position, :name, :type, :size, :sha256, :inline, :contentId, :path)
                        """)
                .param("message", message)
                .param("position", position)
                .param("name", attachment.name())
                .param("type", attachment.type())
                .param("size", attachment.content().size())
                .param("sha256", attachment.content().sha256())
                .param("inline", attachment.inline())
                .param("contentId", attachment.contentId())
                .param("path", attachment.path())
                .update();
    }

    private void keep(Content content) {
        jdbc.sql("insert into content (sha256, bytes) values (:sha256, :bytes) on conflict do nothing")
                .param("sha256", content.sha256())
                .param("bytes", new SqlBinaryValue(content.stream(), content.size()))
                .update();
    }
}
