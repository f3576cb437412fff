package org.mailroom.database;

import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes our tables as if no other node did, and lets changes of large ones take as long as they do. */
@Configuration(proxyBeanMethods = false)
class UnhurriedFlyway {

    /** Connections of the pool give up on a statement after two minutes. */
    @Bean
    FlywayConfigurationCustomizer ownConnections(JdbcConnectionDetails database) {
        return flyway -> flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    /**
     * Flyway itself lets only one node change tables. But one that comes while another makes the first table, Flyway's own, takes
     * it for a stranger's and gives up.
     */
    @Bean
    FlywayMigrationStrategy oneNodeAtATime(DataSource database) {
        return flyway -> {
            try (var turn = TurnToMakeTables.await(database)) {
                flyway.migrate();
            }
        };
    }
}
