package org.mailroom.cases.ledger;

import java.sql.Timestamp;
import java.time.Clock;
import org.mailroom.cases.CaseEvent;
import org.mailroom.inbox.CaseNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened to each case: who, when, what. Lines are added and never changed. */
@Component
public class Timeline {

    private final JdbcClient jdbc;
    private final Clock clock;

    Timeline(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void add(CaseNumber number, CaseEvent event) {
        jdbc.sql(
                        """
                        insert into case_event (case_number, at, actor, kind, old_value, new_value, note)
                        values (:number, :at, :actor, :kind, :old, :new, :note)
                        """)
                .param("number", number.value())
                .param("at", Timestamp.from(clock.instant()))
                .param("actor", event.actor())
                .param("kind", event.kind().name())
                .param("old", event.oldValue())
                .param("new", event.newValue())
                .param("note", event.note())
                .update();
    }
}
