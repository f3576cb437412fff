package org.mailroom.engine;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds to the engine's tables the indexes without which its work grows with the number of open cases: each has a timer, and
 * whoever looks for jobs that are due would read all of them. The tables are the engine's, so Flyway cannot do it: at the first
 * start they are not there yet.
 */
@Component
class EngineIndexes extends AbstractProcessEnginePlugin {

    private static final List<String> INDEXES =
            List.of("create index if not exists mailroom_job_due on act_ru_job (duedate_)");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    EngineIndexes(JdbcClient jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** One node at a time: two that make one index at once meet an error. */
    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('mailroom.indexes'))")
                    .query(row -> {});
            INDEXES.forEach(index -> jdbc.sql(index).update());
        });
    }
}
