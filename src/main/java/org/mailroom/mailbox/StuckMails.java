package org.mailroom.mailbox;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mailroom.inbox.InboxKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Received mail that nobody takes in: put aside after three failures, or received long ago and not looked at yet. */
@Component
public class StuckMails {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final ReceivedMailLog log;
    private final IntakeLoop loop;

    StuckMails(JdbcClient jdbc, ReceivedMailLog log, IntakeLoop loop) {
        this.jdbc = jdbc;
        this.log = log;
        this.loop = loop;
    }

    /**
     * A mail that is stuck.
     *
     * @param quarantined false if it waits since it was received
     * @param reason why it could not be taken in, in words of ours; null if nobody said
     */
    public record StuckMail(long id, InboxKey inbox, boolean quarantined, @Nullable String reason) {}

    /** Returns all of them, the oldest first. A mail that is to be tried again later counts from when it is due. */
    public List<StuckMail> all() {
        return jdbc.sql(
                        """
                        select id, inbox_key, true as quarantined, reason
                        from received_mail where state = 'QUARANTINED'
                        union all
                        select id, inbox_key, false, reason
                        from received_mail
                        where state = 'RECEIVED' and greatest(received_at, next_attempt_at) < now() - :patience::interval
                        order by id
                        """)
                .param("patience", PATIENCE.toSeconds() + " seconds")
                .query((row, index) -> new StuckMail(
                        row.getLong("id"),
                        new InboxKey(row.getString("inbox_key")),
                        row.getBoolean("quarantined"),
                        row.getString("reason")))
                .list();
    }

    /** Has the mail taken in now; false if there is none or its state does not allow it. */
    public boolean takeIn(long id) {
        if (log.takeInAgain(id)) {
            return true;
        }
        boolean waits =
                jdbc.sql("update received_mail set next_attempt_at = now() where id = :id and state = 'RECEIVED'")
                                .param("id", id)
                                .update()
                        == 1;
        loop.wake();
        return waits;
    }
}
