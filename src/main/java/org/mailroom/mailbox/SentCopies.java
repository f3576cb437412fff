package org.mailroom.mailbox;

import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Optional;
import org.mailroom.outbox.MailSent;
import org.mailroom.outbox.Outbox;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Copies of sent mail for the folders that want them. They are noted when the mail server took the mail, and delivered by
 * whoever picks up the account, over the connection that he has.
 */
@Component
class SentCopies {

    private static final int AT_A_TIME = 50;

    private final JdbcClient jdbc;
    private final Outbox outbox;

    SentCopies(JdbcClient jdbc, Outbox outbox) {
        this.jdbc = jdbc;
        this.outbox = outbox;
    }

    /** Puts a copy where it belongs; where it is there already it stays single. */
    @FunctionalInterface
    interface Destination {
        void put(byte[] raw, String messageId) throws MessagingException;
    }

    /** Mail to our own people is no part of the correspondence. */
    @EventListener
    void note(MailSent sent) {
        jdbc.sql(
                        """
                        insert into sent_copy (mailbox_id, outgoing_mail_id)
                        select account.id, mail.id
                        from outgoing_mail mail
                             join mailbox_account account on account.inbox_key = mail.inbox_key
                        where mail.id = :mail and mail.kind <> 'NOTICE'
                          and account.sent_folder is not null and account.removed_at is null
                        on conflict do nothing
                        """)
                .param("mail", sent.outgoingMailId())
                .update();
    }

    void deliver(long account, Destination destination) throws MessagingException {
        List<Long> due = jdbc.sql(
                        """
                        select outgoing_mail_id from sent_copy where mailbox_id = :id order by outgoing_mail_id limit :most
                        """)
                .param("id", account)
                .param("most", AT_A_TIME)
                .query(Long.class)
                .list();
        for (long mail : due) {
            Optional<Outbox.Sent> sent = outbox.sent(mail);
            if (sent.isPresent()) {
                destination.put(sent.get().raw(), sent.get().messageId().value());
            }
            jdbc.sql("delete from sent_copy where mailbox_id = :id and outgoing_mail_id = :mail")
                    .param("id", account)
                    .param("mail", mail)
                    .update();
        }
    }
}
