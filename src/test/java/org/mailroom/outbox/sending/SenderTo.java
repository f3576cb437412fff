package org.mailroom.outbox.sending;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.function.Consumer;
import org.mailroom.mailserver.Logins;
import org.mailroom.outbox.Drafts;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.outbox.smtp.Recipients;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;

/** A node that sends to a server of the test's own, over the application's database. */
final class SenderTo {

    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final Accounts accounts;
    final Rounds rounds;
    final Postman postman;
    final Herald herald;
    final Sender sender;
    private final Outbox outbox;

    SenderTo(int port, OutboxSettings settings, Consumer<Object> listener, ApplicationContext app) {
        this(mailServer(port), settings, listener, app);
    }

    SenderTo(JavaMailSenderImpl mail, OutboxSettings settings, Consumer<Object> listener, ApplicationContext app) {
        outbox = app.getBean(Outbox.class);
        JdbcClient jdbc = app.getBean(JdbcClient.class);
        DueMails due = app.getBean(DueMails.class);
        rounds = app.getBean(Rounds.class);
        var server = new DefaultServer(new MailServerSettings("127.0.0.1"), mail, settings);
        var servers = new AccountServers(app.getBean(Logins.class), settings);
        accounts = new Accounts(server, app.getBean(OutgoingAccountRows.class), servers, settings, jdbc);
        herald = new Herald(app.getBean(NewsToTell.class), listener::accept, app.getBean(LazyCommit.class));
        var notebook = new Notebook(new Results(jdbc, settings), rounds, due);
        var pace = new Pace(jdbc, app.getBean(PlatformTransactionManager.class));
        postman = new Postman(due, pace, app.getBean(Recipients.class), notebook, meters);
        sender = new Sender(accounts, rounds, postman, notebook, new ServerTrouble(jdbc), herald, due, settings);
    }

    static JavaMailSenderImpl mailServer(int port) {
        var mail = new JavaMailSenderImpl();
        mail.setPort(port);
        return mail;
    }

    /** Nothing that others left over is sent to the test's own server. */
    static void begin(ApplicationContext app) {
        Drafts.openInbox(app.getBean(JdbcClient.class));
        OutboxStep.passOverTheRest(app);
    }

    OutgoingMail put(String... addresses) {
        return outbox.put(Drafts.to(addresses).draft());
    }

    /** How a mail stands by now. */
    OutgoingMail now(OutgoingMail mail) {
        return outbox.find(mail.id()).orElseThrow();
    }

    void workOff() {
        sender.workOff();
    }

    /** Nothing of a test is left to the next: no mail, no news, no trouble. */
    static void forget(JdbcClient jdbc) {
        jdbc.sql("update outgoing_mail set state = 'SENT', taken_until = null where inbox_key = 'outbox-test'")
                .update();
        jdbc.sql(
                        """
                        delete from outgoing_mail_news
                        where outgoing_mail_id in (select id from outgoing_mail where inbox_key = 'outbox-test')
                        """)
                .update();
        jdbc.sql(
                        """
                        update outgoing_account
                        set trouble = null, trouble_words = null, trouble_since = null, probes = 0, resting_until = null,
                            paced_until = null
                        """)
                .update();
        jdbc.sql("delete from outgoing_round").update();
        jdbc.sql("delete from outgoing_mail_in_hand").update();
    }
}
