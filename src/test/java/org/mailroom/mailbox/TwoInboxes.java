package org.mailroom.mailbox;

import org.mailroom.inbox.InboxKey;
import org.mailroom.mailserver.Login.Password;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.Security;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The inboxes that every test may use. */
final class TwoInboxes {

    static final InboxKey SUPPORT = new InboxKey("support");
    static final InboxKey FINANCE = new InboxKey("finance");

    private TwoInboxes() {}

    static void addIfMissing(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        insert into inbox (key, name, address, case_prefix)
                        values ('support', 'Support', 'support@mailroom.localhost', 'SUP'),
                               ('finance', 'Finance', 'finance@mailroom.localhost', 'FIN')
                        on conflict do nothing
                        """)
                .update();
    }

    /** A mailbox of the mail server of the tests, which is its user; its mail goes to support. */
    static MailboxAccount account(String address, int port) {
        return account(address, port, Handling.USUAL);
    }

    static MailboxAccount account(String address, int port, Handling handling) {
        return new MailboxAccount(
                address, SUPPORT, Protocol.IMAP, server(port), new Password(address, "password"), handling);
    }

    static MailServer server(int port) {
        return new MailServer("127.0.0.1", port, Security.NONE, null);
    }

    /** Leaves no mail behind that a worker of another test would take in. */
    static void forgetWaitingMail(JdbcClient jdbc) {
        jdbc.sql("update received_mail set state = 'IGNORED' where state = 'RECEIVED'")
                .update();
    }

    /** Leaves no account behind that another test would pick up. */
    static void forgetAccounts(JdbcClient jdbc, String like) {
        jdbc.sql(
                        """
                        update received_mail set mailbox_id = null
                        where mailbox_id in (select id from mailbox_account where name like :like)
                        """)
                .param("like", like)
                .update();
        jdbc.sql(
                        """
                        delete from pop3_mail
                        where mailbox_id in (select id from mailbox_account where name like :like)
                        """)
                .param("like", like)
                .update();
        jdbc.sql(
                        """
                        delete from sent_copy
                        where mailbox_id in (select id from mailbox_account where name like :like)
                        """)
                .param("like", like)
                .update();
        jdbc.sql("delete from mailbox_account where name like :like")
                .param("like", like)
                .update();
    }
}
