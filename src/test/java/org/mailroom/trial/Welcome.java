package org.mailroom.trial;

import java.util.List;

/** What a person who tries Mailroom has to know, printed when everything is ready. */
final class Welcome {

    private Welcome() {}

    static String text(TrialSettings settings) {
        return """

               Mailroom is ready.

               Open      http://127.0.0.1:%1$d/camunda/app/tasklist/    work cases, as support-agent or finance-agent
                         http://127.0.0.1:%1$d/camunda/app/cockpit/     watch them, as supervisor or admin
                         http://127.0.0.1:%1$d/admin/inboxes            add inboxes and set what they do, as admin
               Log in    admin, supervisor, support-agent, finance-agent; the password is the name
               Write to  support@mailroom.localhost or finance@mailroom.localhost, for example

               curl smtp://127.0.0.1:%2$d --mail-from carla@customer.example --mail-rcpt support@mailroom.localhost -T - <<'EOF'
               From: Carla Customer <carla@customer.example>
               To: support@mailroom.localhost
               Subject: The door does not close

               Could somebody come and have a look?
               EOF

               Read      what Mailroom answered with any mail program: IMAP on 127.0.0.1:%3$d without TLS, the user is the
                         address that was written to, with any password; or

               curl -u carla@customer.example:any 'imap://127.0.0.1:%3$d/INBOX;MAILINDEX=1'

               Cases are kept in %4$s over a restart, the mailboxes of the mail server are not.
               Stop with Ctrl-C.
               """
                .formatted(settings.webPort(), settings.smtpPort(), settings.imapPort(), settings.data());
    }

    static String toTheCluster(List<NodeProcess> nodes) {
        return """
               There are two nodes on one database. Log in at one of them, and you are logged in at both:

                 %s
                 %s

               Kill one of them (kill -9) and go on at the other: it takes over the mailboxes within half a minute.
               """
                .formatted(nodes.get(0), nodes.get(1));
    }
}
