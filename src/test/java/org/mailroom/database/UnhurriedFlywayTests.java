package org.mailroom.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.mailroom.testing.RealParts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class UnhurriedFlywayTests {

    private final DriverManagerDataSource database =
            new DriverManagerDataSource(RealParts.newDatabase(), "postgres", "");
    private final JdbcClient jdbc = JdbcClient.create(database);

    /** Seen as "Unable to baseline schema history table … as it already exists, and is empty", and the second node ended. */
    @Test
    void aNodeThatStartsWhileAnotherMakesTablesWaitsAndGoesOn() {
        CompletableFuture<Void> start;
        try (var turnOfTheOther = TurnToMakeTables.await(database)) {
            start = CompletableFuture.runAsync(this::makeTables);
            await().until(() -> start.isDone() || asksForItsTurn());

            assertThat(hasTable("flyway_schema_history")).isFalse();
        }
        start.join();
        assertThat(hasTable("cases")).isTrue();
    }

    private void makeTables() {
        var flyway = Flyway.configure().dataSource(database).load();
        new UnhurriedFlyway().oneNodeAtATime(database).migrate(flyway);
    }

    /** The holder of the turn has asked on a connection of its own. */
    private boolean asksForItsTurn() {
        return jdbc.sql(
                                """
                                select count(*) from pg_stat_activity
                                where datname = current_database() and query like 'select pg_try_advisory_lock%'
                                """)
                        .query(Integer.class)
                        .single()
                > 1;
    }

    private boolean hasTable(String name) {
        return jdbc.sql("select to_regclass(:name) is not null")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }
}
