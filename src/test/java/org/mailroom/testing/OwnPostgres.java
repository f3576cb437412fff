package org.mailroom.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;

/** A PostgreSQL that a test may stop and start again: it comes back on the same port with the same data. */
public final class OwnPostgres implements AutoCloseable {

    private final Path data;
    private final int port;
    private EmbeddedPostgres running;

    private OwnPostgres(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        start();
    }

    /** @param folder an empty one */
    public static OwnPostgres in(Path folder) throws IOException {
        try (var free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            free.close();
            return new OwnPostgres(folder, port);
        }
    }

    public String url() {
        return running.getJdbcUrl("postgres", "postgres");
    }

    /** In the way that PostgreSQL calls fast: whoever is connected is thrown out, and what he was at is undone. */
    public void stop() throws IOException {
        running.close();
    }

    public void start() throws IOException {
        running = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setRegisterShutdownHook(false)
                .start();
    }

    @Override
    public void close() throws IOException {
        running.close();
    }
}
