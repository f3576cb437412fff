package org.mailroom.database;

import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whether the database takes what is written to it, as health component {@code writable}: a disk that is full and a node that
 * only reads any more answer every question well.
 */
@Component("writable")
class WritableDatabase extends AbstractHealthIndicator {

    private final JdbcClient jdbc;

    WritableDatabase(JdbcClient jdbc) {
        super("The database cannot be written to");
        this.jdbc = jdbc;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        jdbc.sql("update health_probe set written_at = now()").update();
        health.up();
    }
}
