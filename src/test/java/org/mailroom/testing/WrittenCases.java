package org.mailroom.testing;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.Content;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases written straight into the tables, in any state, for tests of what people see of them. */
public final class WrittenCases {

    private static final AtomicInteger NUMBERS = new AtomicInteger(900_000);
    private static final Instant OPENED = Instant.parse("2026-01-05T09:00:00Z");

    private final JdbcClient jdbc;

    public WrittenCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes sure that there is an inbox with this key. */
    public void inbox(String key, String name) {
        jdbc.sql(
                        """
                        insert into inbox (key, name, address, case_prefix) values (:key, :name, :address, :prefix)
                        on conflict do nothing
                        """)
                .param("key", key)
                .param("name", name)
                .param("address", key + "@mailroom.localhost")
                .param("prefix", key.substring(0, 3).toUpperCase(java.util.Locale.ROOT))
                .update();
    }

    /** An open case in the inbox that nobody owns, without mails. */
    public CaseNumber open(String inbox, String subject) {
        String number = "T-" + NUMBERS.incrementAndGet();
        jdbc.sql(
                        """
                        insert into cases (number, inbox_key, state, subject, requester_address, requester_name, answerable,
                                           due_at, opened_at)
                        values (:number, :inbox, 'OPEN', :subject, 'carla@customer.example', 'Carla Customer', true,
                                :due, :opened)
                        """)
                .param("number", number)
                .param("inbox", inbox)
                .param("subject", subject)
                .param("due", Timestamp.from(OPENED.plusSeconds(86_400)))
                .param("opened", Timestamp.from(OPENED))
                .update();
        return new CaseNumber(number);
    }

    /** Sets columns of the case's row. */
    public void set(CaseNumber number, Map<String, ?> columns) {
        columns.forEach((column, value) -> jdbc.sql("update cases set " + column + " = :value where number = :number")
                .param("value", value)
                .param("number", number.value())
                .update());
    }

    /** A mail from the customer; html may be null. */
    public long received(CaseNumber number, int minute, String text, String newText, String html) {
        return mail(number, minute, "IN", "CUSTOMER", text, newText, html, null, null);
    }

    /** A reply of an agent. */
    public long replied(CaseNumber number, int minute, String text, String author, Long outgoingMail) {
        return mail(number, minute, "OUT", "REPLY", text, text, null, author, outgoingMail);
    }

    public long outgoing(CaseNumber number, String state, int attempts, String error) {
        return jdbc.sql(
                        """
                        insert into outgoing_mail (cause, case_number, inbox_key, message_id, envelope_from, recipients,
                                                   subject, raw, state, attempts, last_error, next_attempt_at)
                        select :word, number, inbox_key, :word, '', '{carla@customer.example}', 's', '', :state, :attempts,
                               :error, now() + interval '1 day'
                        from cases where number = :number
                        returning id
                        """)
                .param("word", "written-" + NUMBERS.incrementAndGet())
                .param("state", state)
                .param("attempts", attempts)
                .param("error", error)
                .param("number", number.value())
                .query(Long.class)
                .single();
    }

    public void attached(long mail, int position, String name, String type, byte[] bytes, String contentId) {
        Content content = Content.of(bytes);
        jdbc.sql("insert into content (sha256, bytes) values (:sha, :bytes) on conflict do nothing")
                .param("sha", content.sha256())
                .param("bytes", content.bytes())
                .update();
        jdbc.sql(
                        """
                        insert into attachment (message_id, position, name, type, size, sha256, inline, content_id, path)
                        values (:mail, :position, :name, :type, :size, :sha, :inline, :contentId, :name)
                        """)
                .param("mail", mail)
                .param("position", position)
                .param("name", name)
                .param("type", type)
                .param("size", bytes.length)
                .param("sha", content.sha256())
                .param("inline", contentId != null)
                .param("contentId", contentId)
                .update();
    }

    public void event(
            CaseNumber number, int minute, String kind, String actor, String before, String after, String note) {
        jdbc.sql(
                        """
                        insert into case_event (case_number, at, actor, kind, old_value, new_value, note)
                        values (:number, :at, :actor, :kind, :before, :after, :note)
                        """)
                .param("number", number.value())
                .param("at", at(minute))
                .param("actor", actor)
                .param("kind", kind)
                .param("before", before)
                .param("after", after)
                .param("note", note)
                .update();
    }

    private long mail(
            CaseNumber number,
            int minute,
            String direction,
            String kind,
            String text,
            String newText,
            String html,
            String author,
            Long outgoingMail) {
        boolean in = direction.equals("IN");
        return jdbc.sql(
                        """
                        insert into message (case_number, direction, kind, message_id, from_address, from_name, to_addresses,
                                             subject, body, new_text, html, author, outgoing_mail_id, at)
                        select number, :direction, :kind, :id, :from, :name, array[:to], subject, :text, :newText, :html,
                               :author, :outgoing, :at
                        from cases where number = :number
                        returning id
                        """)
                .param("direction", direction)
                .param("kind", kind)
                .param("id", NUMBERS.incrementAndGet() + "@written.example")
                .param("from", in ? "carla@customer.example" : "support@mailroom.localhost")
                .param("name", in ? "Carla Customer" : "Support")
                .param("to", in ? "support@mailroom.localhost" : "carla@customer.example")
                .param("text", text)
                .param("newText", newText)
                .param("html", html)
                .param("author", author)
                .param("outgoing", outgoingMail)
                .param("at", at(minute))
                .param("number", number.value())
                .query(Long.class)
                .single();
    }

    private static Timestamp at(int minute) {
        return Timestamp.from(OPENED.plusSeconds(60L * minute));
    }
}
