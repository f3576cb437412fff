package org.mailroom.testing;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The real servers that tests talk to: one PostgreSQL and one mail server (SMTP and IMAP) for the whole run, a database of
 * its own for each application context.
 */
public final class RealParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** How long something may take to happen, on a busy machine too: nothing fails for being slow. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final AtomicInteger DATABASES = new AtomicInteger();

    static {
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    /** Takes mail for every address and opens a mailbox for it: user is the address, any password. */
    public static GreenMail mailServer() {
        return MailServer.RUNNING;
    }

    /** Who lets Mailroom's mail in to the mail server. */
    public static Doorkeeper doorkeeper() {
        return MailServer.DOORKEEPER;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(settings(newDatabase())).applyTo(context);
    }

    /** What Mailroom has to know to work on these servers. */
    public static Map<String, String> settings(String database) {
        return Map.of(
                "spring.datasource.url",
                database,
                "spring.datasource.username",
                "postgres",
                "spring.mail.host",
                "127.0.0.1",
                "spring.mail.port",
                "" + doorkeeper().port(),
                "mailroom.test.imap-port",
                "" + mailServer().getImap().getPort(),
                "mailroom.secret",
                "a secret that only tests know");
    }

    /** The same for one in a JVM of its own in which everything is at work; its inboxes are help@ and money@ this domain. */
    public static Map<String, String> wholeSettings(String database, String domain) {
        Map<String, String> settings = new HashMap<>(settings(database));
        settings.put("spring.profiles.active", "whole");
        settings.put("spring.config.additional-location", "file:src/test/resources/");
        settings.put("mailroom.test.domain", domain);
        settings.put("server.port", "0");
        settings.put("management.endpoint.health.probes.enabled", "true");
        return settings;
    }

    /** The address of a database with nothing in it. */
    public static String newDatabase() {
        String name = "mailroom_" + DATABASES.incrementAndGet();
        try (var connection = Postgres.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return Postgres.RUNNING.getJdbcUrl("postgres", name);
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException("Cannot make a database for the test", failed);
        }
    }

    /** The address of a database with nothing in it that belongs to somebody who may do nothing else. */
    public static String newDatabaseOf(String owner) {
        String database = newDatabase();
        JdbcClient jdbc = JdbcClient.create(Postgres.RUNNING.getPostgresDatabase());
        if (jdbc.sql("select 1 from pg_roles where rolname = :owner")
                .param("owner", owner)
                .query()
                .listOfRows()
                .isEmpty()) {
            jdbc.sql("create role " + owner + " login").update();
        }
        String name = database.replaceAll(".*/|[?].*", "");
        jdbc.sql("alter database " + name + " owner to " + owner).update();
        return database.replaceAll("[?].*", "");
    }

    private static final class Postgres {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .start();
                SpringApplication.getShutdownHandlers().add(() -> close(postgres));
                return postgres;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        /** After the applications, which still need it when they stop. */
        private static void close(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private static final class MailServer {

        static final GreenMail RUNNING = start();
        static final Doorkeeper DOORKEEPER = new Doorkeeper(RUNNING.getSmtp().getPort());

        private static GreenMail start() {
            var server = new GreenMail(new ServerSetup[] {
                ServerSetup.SMTP.dynamicPort().setVerbose(false),
                ServerSetup.IMAP.dynamicPort(),
                ServerSetup.POP3.dynamicPort()
            });
            server.withConfiguration(com.icegreen.greenmail.configuration.GreenMailConfiguration.aConfig()
                    .withDisabledAuthentication());
            server.start();
            return server;
        }
    }
}
