package org.mailroom.cases.loops;

import java.time.Duration;
import org.mailroom.message.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addresses to which mail failed for good. */
@Component
public class FailedAddresses {

    private final JdbcClient jdbc;

    FailedAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param status the enhanced status code (RFC 3463), as the mail server said it */
    public void add(EmailAddress address, String status, long outgoingMailId) {
        jdbc.sql(
                        """
                        insert into failed_address (address, status, outgoing_mail_id) values (:address, :status, :mail)
                        on conflict (address) do update
                        set status = excluded.status, outgoing_mail_id = excluded.outgoing_mail_id, failed_at = now()
                        """)
                .param("address", address.key())
                .param("status", status)
                .param("mail", outgoingMailId)
                .update();
    }

    boolean failed(EmailAddress address, Duration window) {
        return jdbc.sql(
                        """
                        select exists (
                            select from failed_address
                            where address = :address and failed_at > now() - make_interval(secs => :window))
                        """)
                .param("address", address.key())
                .param("window", window.toSeconds())
                .query(Boolean.class)
                .single();
    }
}
