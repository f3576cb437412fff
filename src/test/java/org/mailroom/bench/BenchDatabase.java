package org.mailroom.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real PostgreSQL with its own default settings: nothing is given up for speed, as the database of tests does. What it
 * counts for us (statements, only where asked) is the one thing added.
 */
final class BenchDatabase implements AutoCloseable {

    private static final List<String> MUST_BE_ON = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final EmbeddedPostgres.Builder builder;
    private final Path data;
    private final String url;
    private final HikariDataSource connection = new HikariDataSource();
    private final JdbcClient jdbc;
    private EmbeddedPostgres postgres;

    /** @param folder where its data lie */
    BenchDatabase(Path folder, boolean countsStatements) throws IOException {
        data = folder.resolve("postgres");
        builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(freePort())
                .setServerConfig("max_connections", "100")
                .setRegisterShutdownHook(false);
        MUST_BE_ON.forEach(setting -> builder.setServerConfig(setting, "on"));
        if (countsStatements) {
            builder.setServerConfig("shared_preload_libraries", "pg_stat_statements");
            builder.setServerConfig("pg_stat_statements.track_planning", "on");
        }
        postgres = builder.start();
        url = postgres.getJdbcUrl("postgres", "postgres");
        // One connection, so that asking costs the database little; it is made anew after a restart.
        connection.setJdbcUrl(url);
        connection.setMaximumPoolSize(1);
        jdbc = JdbcClient.create(connection);
        MUST_BE_ON.forEach(this::check);
        if (countsStatements) {
            jdbc.sql("create extension pg_stat_statements").update();
        }
    }

    String url() {
        return url;
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    }

    long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    long commits() {
        return count("select sum(xact_commit) from pg_stat_database");
    }

    /** As an administrator does it: connections are cut, what was committed is there. */
    void restart() throws IOException {
        postgres.close();
        postgres = builder.start();
    }

    /** One of its processes is killed, as by a lack of memory: it ends all others and reads its log of writes again. */
    void crash() throws IOException {
        ProcessHandle.of(pid())
                .flatMap(server -> server.children().findAny())
                .orElseThrow()
                .destroyForcibly();
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        connection.close();
        postgres.close();
    }

    private void check(String setting) {
        String value = jdbc.sql("show " + setting).query(String.class).single();
        if (!value.equals("on")) {
            throw new IllegalStateException("PostgreSQL runs with " + setting + " " + value);
        }
    }
}
