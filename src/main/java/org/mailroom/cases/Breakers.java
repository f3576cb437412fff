package org.mailroom.cases;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mailroom.inbox.InboxKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Inboxes that send their customers no automatic mail, because they had sent too many. They stand in the database, so that
 * they hold for all nodes and over a restart, and until a person lets the inbox send again.
 */
@Component
public class Breakers {

    /**
     * An inbox that sends no automatic mail.
     *
     * @param heldBack how many have stayed here since
     */
    public record Stop(InboxKey inbox, Instant since, int heldBack) {}

    private final JdbcClient jdbc;

    Breakers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that are stopped now. */
    public Map<InboxKey, Stop> stopped() {
        return jdbc
                .sql("select inbox_key, stopped_at, held_back from automatic_mail_stop where resumed_at is null")
                .query((row, number) -> new Stop(
                        new InboxKey(row.getString("inbox_key")),
                        row.getObject("stopped_at", OffsetDateTime.class).toInstant(),
                        row.getInt("held_back")))
                .list()
                .stream()
                .collect(Collectors.toMap(Stop::inbox, Function.identity()));
    }

    /** Counts a mail that stays here because its inbox is stopped; false where it is not, and nothing is counted. */
    public boolean holdsBack(InboxKey inbox) {
        return jdbc.sql(
                                """
                        update automatic_mail_stop set held_back = held_back + 1
                        where inbox_key = :inbox and resumed_at is null
                        """)
                        .param("inbox", inbox.value())
                        .update()
                == 1;
    }

    /** @return whether it was at work until now */
    public boolean stop(InboxKey inbox) {
        return jdbc.sql(
                                """
                        insert into automatic_mail_stop (inbox_key) values (:inbox)
                        on conflict (inbox_key) where resumed_at is null do nothing
                        """)
                        .param("inbox", inbox.value())
                        .update()
                == 1;
    }

    /** Automatic mail leaves again, and is counted from nothing; mail that was held back is not sent any more. */
    public void resume(InboxKey inbox, String admin) {
        jdbc.sql(
                        """
                        update automatic_mail_stop set resumed_at = clock_timestamp(), resumed_by = :admin
                        where inbox_key = :inbox and resumed_at is null
                        """)
                .param("inbox", inbox.value())
                .param("admin", admin)
                .update();
    }

    /** When a person last let the inbox send again; the beginning of time where nobody had to. */
    public Instant resumed(InboxKey inbox) {
        return jdbc.sql("select max(resumed_at) from automatic_mail_stop where inbox_key = :inbox")
                .param("inbox", inbox.value())
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }
}
