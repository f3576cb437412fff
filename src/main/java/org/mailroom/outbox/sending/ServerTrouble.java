package org.mailroom.outbox.sending;

import java.time.Duration;
import org.mailroom.mailserver.Trouble;
import org.mailroom.outbox.smtp.OneLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A mail server that takes nothing: it rests, for all nodes, until it is tried again by one mail. The mails wait as they are
 * and lose no try, so that all of them leave as soon as it is back. Where that takes long, their cases are told.
 */
@Component
class ServerTrouble {

    /** After which a mail that waits for its server is told to its case. */
    static final Duration LONG = Duration.ofMinutes(10);

    private static final int LONGEST = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(ServerTrouble.class);

    private final JdbcClient jdbc;

    ServerTrouble(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begins(Account account, Trouble trouble) {
        int probes = note(account, trouble);
        if (probes == 0) {
            return;
        }
        jdbc.sql("update outgoing_account set resting_until = now() + make_interval(secs => :rest) where id = :id")
                .param("id", account.id())
                .param("rest", Retries.restAfter(probes).toSeconds())
                .update();
        if (probes == 1) {
            LOG.warn("The mail server takes no mail, all of it waits: {}", trouble.words());
        }
        tellOfWaiting(account, trouble);
    }

    /** @return how often it was tried in vain by now; 0 where the account was taken away meanwhile */
    private int note(Account account, Trouble trouble) {
        return jdbc.sql(
                        """
                        update outgoing_account
                        set trouble = :kind, trouble_words = :words, trouble_since = coalesce(trouble_since, now()),
                            probes = probes + 1
                        where id = :id returning probes
                        """)
                .param("id", account.id())
                .param("kind", trouble.kind().name())
                .param("words", OneLine.of(trouble.words(), LONGEST))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private void tellOfWaiting(Account account, Trouble trouble) {
        jdbc.sql(
                        """
                        with late as (
                            update outgoing_mail mail set told = true, last_error = :words
                            where not told and
                        """
                                + DueMails.FREE + "and " + DueMails.ACCOUNT
                                + """
                                  = :account
                              and mail.next_attempt_at < now() - make_interval(secs => :long)
                            returning id
                        )
                        insert into outgoing_mail_news (outgoing_mail_id, kind) select id, 'FAILED' from late
                        """)
                .param("account", account.id())
                .param("words", OneLine.of(trouble.words(), LONGEST))
                .param("long", LONG.toSeconds())
                .update();
    }

    void isOver(Account account) {
        int over = jdbc.sql(
                        """
                        update outgoing_account
                        set trouble = null, trouble_words = null, trouble_since = null, probes = 0, resting_until = null
                        where id = :id and trouble is not null
                        """)
                .param("id", account.id())
                .update();
        if (over == 1) {
            LOG.info("The mail server {} takes mail again", account.server().where());
        }
    }
}
