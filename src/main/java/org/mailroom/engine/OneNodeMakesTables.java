package org.mailroom.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets nodes that start at once build their engine one after the other: two of them on an empty database would both find
 * the engine's tables missing and both make them. A node that dies meanwhile loses the lock with its connection.
 */
@Component
class OneNodeMakesTables extends AbstractProcessEnginePlugin {

    private static final long LOOK_EVERY_MILLIS = 300;

    private final DataSource database;
    private @Nullable Connection lock;

    OneNodeMakesTables(DataSource database) {
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        try {
            lock = database.getConnection();
            while (!isTrue(lock, "select pg_try_advisory_lock(hashtext('mailroom.engine'))")) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was interrupted", interrupted);
        } catch (SQLException failed) {
            throw new IllegalStateException("The database cannot be reached while the engine starts", failed);
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        try (Connection held = lock) {
            if (held != null) {
                isTrue(held, "select pg_advisory_unlock(hashtext('mailroom.engine'))");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The database went away while the engine started", failed);
        }
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
