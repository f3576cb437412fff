package org.mailroom.cases.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.mailroom.cases.CaseView.Outcome;
import org.mailroom.cases.CaseView.State;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.EmailAddress;
import org.springframework.jdbc.core.RowMapper;

/** A row of the table {@code cases}, with all its columns, as a value. */
final class CaseRowMapper implements RowMapper<CaseRow> {

    @Override
    public CaseRow mapRow(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        Long left = row.getObject("time_left_seconds", Long.class);
        Instant opened = row.getObject("opened_at", OffsetDateTime.class).toInstant();
        return new CaseRow(
                new CaseNumber(row.getString("number")),
                new InboxKey(row.getString("inbox_key")),
                State.valueOf(row.getString("state")),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("subject"),
                new EmailAddress(row.getString("requester_address"), row.getString("requester_name")),
                row.getBoolean("answerable"),
                row.getObject("contact_id", Long.class),
                row.getString("owner"),
                row.getInt("priority"),
                instant(row, "due_at"),
                left == null ? null : Duration.ofSeconds(left),
                instant(row, "escalated_until"),
                opened,
                instant(row, "closed_at"),
                row.getString("process_instance_id"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
