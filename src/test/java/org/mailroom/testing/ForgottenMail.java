package org.mailroom.testing;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Makes the mail of earlier test classes too old to count: within ten minutes all of them together send more than one inbox may
 * send by itself, and a stopped inbox confirms nothing.
 */
final class ForgottenMail implements BeforeAllCallback {

    @Override
    public void beforeAll(ExtensionContext tests) {
        JdbcClient jdbc = SpringExtension.getApplicationContext(tests).getBean(JdbcClient.class);
        jdbc.sql("delete from automatic_mail_stop").update();
        jdbc.sql(
                        """
                        update outgoing_mail set created_at = created_at - interval '10 minutes'
                        where created_at > now() - interval '10 minutes'
                        """)
                .update();
    }
}
