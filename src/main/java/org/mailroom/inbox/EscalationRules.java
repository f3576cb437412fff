package org.mailroom.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.mailroom.database.ReadOnce;
import org.mailroom.inbox.EscalationRule.Action;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The escalation rules of every inbox. */
@Component
public class EscalationRules {

    private final JdbcClient jdbc;
    private final ReadOnce<InboxKey, List<EscalationRule>> known = new ReadOnce<>(this::inTable);

    EscalationRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they come. */
    public List<EscalationRule> of(InboxKey inbox) {
        return known.get(inbox);
    }

    private List<EscalationRule> inTable(InboxKey inbox) {
        return jdbc.sql("select * from escalation_rule where inbox_key = :inbox order by minutes, level")
                .param("inbox", inbox.value())
                .query(EscalationRules::rule)
                .list();
    }

    /** Puts these rules in the place of all that the inbox had. */
    @Transactional
    public void replace(InboxKey inbox, List<EscalationRule> rules) {
        oneAtATime(inbox);
        jdbc.sql("delete from escalation_rule where inbox_key = :inbox")
                .param("inbox", inbox.value())
                .update();
        rules.forEach(rule -> add(inbox, rule));
        known.forget();
    }

    /** Of two who save at once the second waits, and has the last word. Cases can still be opened meanwhile. */
    private void oneAtATime(InboxKey inbox) {
        jdbc.sql("select key from inbox where key = :inbox for no key update")
                .param("inbox", inbox.value())
                .query(String.class)
                .optional();
    }

    private void add(InboxKey inbox, EscalationRule rule) {
        jdbc.sql(
                        """
                        insert into escalation_rule (inbox_key, level, minutes, action, target)
                        values (:inbox, :level, :minutes, :action, :target)
                        """)
                .param("inbox", inbox.value())
                .param("level", rule.level())
                .param("minutes", rule.delay().toMinutes())
                .param("action", rule.action().name())
                .param("target", rule.target())
                .update();
    }

    private static EscalationRule rule(ResultSet row, int number) throws SQLException {
        return new EscalationRule(
                row.getInt("level"),
                Duration.ofMinutes(row.getLong("minutes")),
                Action.valueOf(row.getString("action")),
                row.getString("target"));
    }
}
