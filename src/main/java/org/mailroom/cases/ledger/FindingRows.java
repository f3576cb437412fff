package org.mailroom.cases.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.Finding;
import org.mailroom.cases.Found;
import org.mailroom.cases.StuckKind;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code finding}. */
@Component
public class FindingRows {

    private static final String OPEN = "select * from finding where over_at is null ";

    private final JdbcClient jdbc;
    private final Clock clock;

    FindingRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Adds what was found, unless it is there already. */
    public void add(Found found, @Nullable String step, @Nullable String cause) {
        jdbc.sql(
                        """
                        insert into finding (kind, thing, inbox_key, case_number, process_instance_id, step, cause, found_at)
                        values (:kind, :thing, :inbox, :number, :instance, :step, :cause, :now)
                        on conflict do nothing
                        """)
                .param("kind", found.kind().name())
                .param("thing", found.thing())
                .param("inbox", found.inbox() == null ? null : found.inbox().value())
                .param("number", found.number() == null ? null : found.number().value())
                .param("instance", found.instance())
                .param("step", step)
                .param("cause", cause)
                .param("now", now())
                .update();
    }

    public void over(long id) {
        jdbc.sql("update finding set over_at = :now where id = :id")
                .param("now", now())
                .param("id", id)
                .update();
    }

    /** Returns all that is stuck, the oldest first. */
    public List<Finding> open() {
        return jdbc.sql(OPEN + "order by id").query(FindingRows::finding).list();
    }

    public Optional<Finding> open(long id) {
        return jdbc.sql(OPEN + "and id = :id")
                .param("id", id)
                .query(FindingRows::finding)
                .optional();
    }

    public List<Finding> open(Collection<StuckKind> kinds) {
        return jdbc.sql(OPEN + "and kind in (:kinds) order by id")
                .param("kinds", kinds.stream().map(StuckKind::name).toList())
                .query(FindingRows::finding)
                .list();
    }

    public List<Finding> openOf(CaseNumber number) {
        return jdbc.sql(OPEN + "and case_number = :number order by id")
                .param("number", number.value())
                .query(FindingRows::finding)
                .list();
    }

    /** Returns what is stuck and was not told yet, the oldest first. */
    public List<Finding> untold() {
        return jdbc.sql(OPEN + "and told_at is null order by id")
                .query(FindingRows::finding)
                .list();
    }

    /** Returns when people were told last of anything; empty if they never were. */
    public Optional<Instant> lastTold() {
        return jdbc.sql("select max(told_at) from finding having max(told_at) is not null")
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    public void told(List<Finding> findings) {
        jdbc.sql("update finding set told_at = :now where id in (:ids)")
                .param("now", now())
                .param("ids", findings.stream().map(Finding::id).toList())
                .update();
    }

    /** Deletes what has been over since before this instant. */
    public void forget(Instant overBefore) {
        jdbc.sql("delete from finding where over_at < :before")
                .param("before", Timestamp.from(overBefore))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Finding finding(ResultSet row, int index) throws SQLException {
        String inbox = row.getString("inbox_key");
        String number = row.getString("case_number");
        return new Finding(
                row.getLong("id"),
                StuckKind.valueOf(row.getString("kind")),
                row.getString("thing"),
                inbox == null ? null : new InboxKey(inbox),
                number == null ? null : new CaseNumber(number),
                row.getString("process_instance_id"),
                row.getString("step"),
                row.getString("cause"),
                row.getObject("found_at", OffsetDateTime.class).toInstant());
    }
}
