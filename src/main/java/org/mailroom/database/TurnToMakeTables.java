package org.mailroom.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * The right to make tables, which one node has at a time: of two that start at once on an empty database both would find them
 * missing and both make them. A node that dies meanwhile loses it with its connection.
 */
public final class TurnToMakeTables implements AutoCloseable {

    private static final long LOOK_EVERY_MILLIS = 300;

    private final Connection held;

    private TurnToMakeTables(Connection held) {
        this.held = held;
    }

    /**
     * Waits for the other nodes, however long they take.
     *
     * @throws IllegalStateException where the database cannot be reached or the start is interrupted
     */
    public static TurnToMakeTables await(DataSource database) {
        try {
            Connection connection = database.getConnection();
            while (!isTrue(connection, "select pg_try_advisory_lock(hashtext('mailroom.tables'))")) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
            return new TurnToMakeTables(connection);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was interrupted", interrupted);
        } catch (SQLException failed) {
            throw new IllegalStateException("The database cannot be reached while tables are made", failed);
        }
    }

    @Override
    public void close() {
        try (held) {
            isTrue(held, "select pg_advisory_unlock(hashtext('mailroom.tables'))");
        } catch (SQLException failed) {
            throw new IllegalStateException("The database went away while tables were made", failed);
        }
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
