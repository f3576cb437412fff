package org.mailroom.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.mailroom.inbox.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the timeline of a case, oldest first. */
@Component
class EventsOfCase {

    private final JdbcClient jdbc;

    EventsOfCase(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseView.Event> of(CaseNumber number) {
        return jdbc.sql("select * from case_event where case_number = :number order by at, id")
                .param("number", number.value())
                .query((row, index) -> event(row))
                .list();
    }

    private static CaseView.Event event(ResultSet row) throws SQLException {
        return new CaseView.Event(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                CaseEvent.Kind.valueOf(row.getString("kind")),
                row.getString("old_value"),
                row.getString("new_value"),
                row.getString("note"));
    }
}
