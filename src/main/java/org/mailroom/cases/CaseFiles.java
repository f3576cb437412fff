package org.mailroom.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.Attachment;
import org.mailroom.message.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cases to look at. Every call throws {@link NoSuchCase} where the agent may not see the case. */
@Component
public class CaseFiles {

    private final JdbcClient jdbc;
    private final MailsOfCase mails;
    private final FilesOfCase files;
    private final EventsOfCase events;
    private final Copies copies;
    private final Sight sight;

    CaseFiles(JdbcClient jdbc, MailsOfCase mails, FilesOfCase files, EventsOfCase events, Copies copies, Sight sight) {
        this.jdbc = jdbc;
        this.mails = mails;
        this.files = files;
        this.events = events;
        this.copies = copies;
        this.sight = sight;
    }

    /** The case as it stands at one moment. */
    @Transactional(readOnly = true)
    public CaseView view(CaseNumber number, Agent agent) {
        sight.check(number, agent);
        List<CaseView.Entry> entries = Stream.<CaseView.Entry>concat(
                        mails.of(number).stream(), events.of(number).stream())
                .sorted(Comparator.comparing(CaseView.Entry::at))
                .toList();
        return jdbc.sql(
                        """
                        select cases.*, inbox.name as inbox_name
                        from cases join inbox on inbox.key = cases.inbox_key
                        where cases.number = :number
                        """)
                .param("number", number.value())
                .query((row, index) -> view(row, entries))
                .single();
    }

    /** A word that changes whenever the case does, so that a page can tell whether it is out of date. */
    public String version(CaseNumber number, Agent agent) {
        sight.check(number, agent);
        return jdbc.sql(
                        """
                        select md5(concat_ws('|', state, status, inbox_key, owner, priority, due_at,
                            (select max(id) from message where case_number = number),
                            (select max(id) from case_event where case_number = number),
                            (select string_agg(concat(id_, assignee_), ',' order by id_)
                             from act_ru_task where proc_inst_id_ = cases.process_instance_id),
                            (select string_agg(outgoing_mail.state || attempts, ',' order by id)
                             from outgoing_mail where case_number = number)))
                        from cases where number = :number
                        """)
                .param("number", number.value())
                .query(String.class)
                .single();
    }

    /** The case that a task of the engine belongs to. */
    public CaseNumber ofTask(String taskId, Agent agent) {
        return sight.ofTask(taskId, agent);
    }

    /** @param position the attachment's number within its mail, from 0 */
    public Attachment attachment(CaseNumber number, long messageId, int position, Agent agent) {
        sight.check(number, agent);
        return files.attachment(number, messageId, position).orElseThrow(() -> new NoSuchCase(number));
    }

    /** The mail byte for byte; only what came in is kept so. */
    public byte[] original(CaseNumber number, long messageId, Agent agent) {
        sight.check(number, agent);
        return files.original(number, messageId).orElseThrow(() -> new NoSuchCase(number));
    }

    private CaseView view(ResultSet row, List<CaseView.Entry> entries) throws SQLException {
        String outcome = row.getString("outcome");
        String into = row.getString("merged_into");
        var number = new CaseNumber(row.getString("number"));
        var requester = new EmailAddress(row.getString("requester_address"), row.getString("requester_name"));
        return new CaseView(
                number,
                new InboxKey(row.getString("inbox_key")),
                row.getString("inbox_name"),
                CaseView.State.valueOf(row.getString("state")),
                outcome == null ? null : CaseView.Outcome.valueOf(outcome),
                row.getString("status"),
                row.getString("subject"),
                requester,
                row.getString("owner"),
                row.getInt("priority"),
                instant(row, "due_at"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "closed_at"),
                into == null ? null : new CaseNumber(into),
                copies.usual(number, requester),
                entries);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
