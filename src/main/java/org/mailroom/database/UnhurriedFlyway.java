package org.mailroom.database;

import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets changes of large tables take as long as they do: connections of the pool give up on a statement after two minutes. */
@Configuration(proxyBeanMethods = false)
class UnhurriedFlyway {

    /** The database may start a little later than Mailroom. */
    private static final int SECONDS_TO_WAIT = 60;

    @Bean
    FlywayConfigurationCustomizer ownConnections(JdbcConnectionDetails database) {
        return flyway -> flyway.dataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword())
                .connectRetries(SECONDS_TO_WAIT)
                .connectRetriesInterval(1);
    }
}
