package org.mailroom.mailbox;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the database refuse one mail, by a trigger, as a disk that is full would. */
final class FailingDatabase {

    private FailingDatabase() {}

    /** Refuses each row of received mail of which the condition holds, for as long as the action lasts. */
    static void refusing(JdbcClient jdbc, String when, ThrowingCallable action) throws Throwable {
        jdbc.sql("create or replace function refuse() returns trigger language plpgsql as $$ begin raise 'no'; end $$")
                .update();
        jdbc.sql(
                        """
                        create trigger refuse before insert or update on received_mail
                        for each row when (%s) execute function refuse()
                        """
                                .formatted(when))
                .update();
        try {
            action.call();
        } finally {
            jdbc.sql("drop trigger refuse on received_mail").update();
        }
    }
}
