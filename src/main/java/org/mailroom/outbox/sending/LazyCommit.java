package org.mailroom.outbox.sending;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions whose commit does not wait for the disk. They are whole and seen at once, and no later one outlives
 * them; but when the database itself crashes, those of its last moments are gone. So only for what can be done again.
 */
@Component
class LazyCommit {

    /** The same for a single statement, as a table of one row. */
    static final String LAZILY = "(select set_config('synchronous_commit', 'off', true)) lazily";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    LazyCommit(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    <T> T of(Supplier<T> work) {
        return transaction.execute(status -> {
            jdbc.sql("set local synchronous_commit = off").update();
            return work.get();
        });
    }
}
