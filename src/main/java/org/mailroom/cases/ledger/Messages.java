package org.mailroom.cases.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.Attachment;
import org.mailroom.message.EmailAddress;
import org.mailroom.message.Message;
import org.mailroom.message.MessageId;
import org.mailroom.message.ThreadIndex;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages of cases, in and out, with their attachments. */
@Component
public class Messages {

    /** What a message is in its case. */
    public enum Kind {
        CUSTOMER,
        /** Somebody wrote it who has no part in the case. */
        THIRD_PARTY,
        AUTOMATIC,
        CONFIRMATION,
        REPLY,
        SUMMARY
    }

    private final JdbcClient jdbc;
    private final Attachments attachments;

    Messages(JdbcClient jdbc, Attachments attachments) {
        this.jdbc = jdbc;
        this.attachments = attachments;
    }

    public void addReceived(CaseNumber number, Kind kind, Message message, long receivedMailId, Instant now) {
        ThreadIndex index = message.threadIndex();
        long id = jdbc.sql(
                        """
                        insert into message (case_number, direction, kind, message_id, reference_ids, thread_index,
                                             thread_root, from_address, from_name,
                                             to_addresses, cc_addresses, subject, body, new_text, html, warnings,
                                             received_mail_id, at)
                        values (:number, 'IN', :kind, :id, :references, :threadIndex, :threadRoot, :from, :name,
                                :to, :cc, :subject, :body, :newText, :html, :warnings, :received, :at)
                        returning id
                        """)
                .param("number", number.value())
                .param("kind", kind.name())
                .param("id", message.id().value())
                .param("references", values(message.references()))
                .param("threadIndex", index == null ? null : index.value())
                .param("threadRoot", index == null ? null : index.root())
                .param("from", message.from().address())
                .param("name", message.from().name())
                .param("to", addresses(message.to()))
                .param("cc", addresses(message.cc()))
                .param("subject", message.subject())
                .param("body", message.text())
                .param("newText", message.newText())
                .param("html", message.html())
                .param("warnings", message.warnings().toArray(String[]::new))
                .param("received", receivedMailId)
                .param("at", Timestamp.from(now))
                .query(Long.class)
                .single();
        attachments.add(id, message.attachments());
        addAncestors(id, message);
    }

    /**
     * What an agent wrote, before it is composed.
     *
     * @param author his user id
     */
    public long addWritten(
            CaseNumber number,
            Kind kind,
            EmailAddress from,
            EmailAddress to,
            List<EmailAddress> copies,
            String subject,
            String text,
            List<Attachment> attachments,
            String author,
            Instant now) {
        long id = jdbc.sql(
                        """
                        insert into message (case_number, direction, kind, from_address, from_name, to_addresses,
                                             cc_addresses, subject, body, new_text, author, at)
                        values (:number, 'OUT', :kind, :from, :name, :to, :cc, :subject, :body, :body, :author, :at)
                        returning id
                        """)
                .param("number", number.value())
                .param("kind", kind.name())
                .param("from", from.address())
                .param("name", from.name())
                .param("to", addresses(List.of(to)))
                .param("cc", addresses(copies))
                .param("subject", subject)
                .param("body", text)
                .param("author", author)
                .param("at", Timestamp.from(now))
                .query(Long.class)
                .single();
        this.attachments.add(id, attachments);
        return id;
    }

    /** What Mailroom says by itself, composed already. */
    public void addComposed(
            CaseNumber number,
            Kind kind,
            EmailAddress from,
            EmailAddress to,
            String subject,
            String text,
            MessageId messageId,
            long outgoingMailId,
            Instant now) {
        jdbc.sql(
                        """
                        insert into message (case_number, direction, kind, message_id, outgoing_mail_id, from_address, from_name,
                                             to_addresses, subject, body, new_text, at)
                        values (:number, 'OUT', :kind, :messageId, :outgoing, :from, :name, :to, :subject, :body, :body, :at)
                        """)
                .param("number", number.value())
                .param("kind", kind.name())
                .param("messageId", messageId.value())
                .param("outgoing", outgoingMailId)
                .param("from", from.address())
                .param("name", from.name())
                .param("to", addresses(List.of(to)))
                .param("subject", subject)
                .param("body", text)
                .param("at", Timestamp.from(now))
                .update();
    }

    /** The message was composed: this is what it is called and where it waits to be sent. */
    public void composed(long id, MessageId messageId, long outgoingMailId) {
        jdbc.sql("update message set message_id = :messageId, outgoing_mail_id = :outgoing where id = :id")
                .param("messageId", messageId.value())
                .param("outgoing", outgoingMailId)
                .param("id", id)
                .update();
    }

    private void addAncestors(long message, Message received) {
        List<MessageId> ancestors = new ArrayList<>(received.references());
        if (received.inReplyTo() != null) {
            ancestors.add(received.inReplyTo());
        }
        if (ancestors.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into message_ancestor (message_id, ancestor)
                        select :message, md5(i)::uuid from unnest(:ancestors) i
                        on conflict do nothing
                        """)
                .param("message", message)
                .param("ancestors", values(ancestors))
                .update();
    }

    private static String[] values(List<MessageId> ids) {
        return ids.stream().map(MessageId::value).toArray(String[]::new);
    }

    private static String[] addresses(List<EmailAddress> addresses) {
        return addresses.stream().map(EmailAddress::address).toArray(String[]::new);
    }
}
