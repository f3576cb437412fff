package org.mailroom.outbox.sending;

import java.util.function.IntFunction;
import org.mailroom.outbox.sending.DueMails.Taken;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * So many mails a minute, from all nodes together, evenly spread: whoever takes mails moves the time at which the next may
 * be taken. Many a minute are taken by the second, so that few transactions take many mails.
 */
@Component
class Pace {

    private static final int SECONDS = 60;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    Pace(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param take takes so many mails at the most */
    Taken take(Account account, int most, IntFunction<Taken> take) {
        return account.mailsPerMinute() == 0
                ? take.apply(most)
                : transaction.execute(status -> isTime(account) ? takeSome(account, most, take) : Taken.NOTHING);
    }

    private boolean isTime(Account account) {
        return jdbc.sql(
                        """
                        select paced_until is null or paced_until <= clock_timestamp() from outgoing_account
                        where id = :account for update
                        """)
                .param("account", account.id())
                .query(Boolean.class)
                .single();
    }

    private Taken takeSome(Account account, int most, IntFunction<Taken> take) {
        Taken taken = take.apply(Math.min(most, Math.max(1, account.mailsPerMinute() / SECONDS)));
        jdbc.sql(
                        """
                        update outgoing_account
                        set paced_until = clock_timestamp() + :mails * make_interval(secs => 60.0 / :limit)
                        where id = :account
                        """)
                .param("account", account.id())
                .param("mails", taken.mails().size())
                .param("limit", account.mailsPerMinute())
                .update();
        return taken;
    }
}
