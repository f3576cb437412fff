package org.mailroom.inbox;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The status that a customer's reply gives an open case, in the words of the admins; one for all inboxes that give one. */
@Component
public class ReplyStatus {

    public static final int LONGEST = 60;

    private final JdbcClient jdbc;

    ReplyStatus(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public String now() {
        return jdbc.sql("select status from reply_status").query(String.class).single();
    }

    /** It holds from the next reply on. */
    public void change(String status) {
        jdbc.sql("update reply_status set status = :status")
                .param("status", status)
                .update();
    }
}
