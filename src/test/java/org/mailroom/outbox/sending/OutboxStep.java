package org.mailroom.outbox.sending;

import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a test of any room say when the outbox takes a step. */
public final class OutboxStep {

    private OutboxStep() {}

    /** Sends all that is due, and tells what came of it. */
    public static void workOff(ApplicationContext app) {
        app.getBean(Sender.class).workOff();
    }

    /** What other tests left is neither sent nor told. */
    public static void passOverTheRest(ApplicationContext app) {
        JdbcClient jdbc = app.getBean(JdbcClient.class);
        jdbc.sql("update outgoing_mail set state = 'SENT', taken_until = null where state = 'WAITING'")
                .update();
        jdbc.sql("delete from outgoing_mail_news").update();
    }

    /** As if the pause of every mail that waits were over. */
    public static void skipPauses(ApplicationContext app) {
        app.getBean(JdbcClient.class)
                .sql("update outgoing_mail set next_attempt_at = now() where state = 'WAITING'")
                .update();
    }
}
