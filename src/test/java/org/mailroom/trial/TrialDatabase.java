package org.mailroom.trial;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** A real PostgreSQL that keeps its data in the trial's folder. It gives up safety at a power cut for a quick start. */
final class TrialDatabase {

    private final EmbeddedPostgres postgres;

    private TrialDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static TrialDatabase start(TrialFolder folder) {
        OrphanedPostgres.stop(folder.postgres());
        try {
            return new TrialDatabase(EmbeddedPostgres.builder()
                    .setDataDirectory(folder.postgres())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setServerConfig("listen_addresses", TrialSettings.HOST)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start());
        } catch (IOException | RuntimeException failed) {
            throw new TrialRefused("PostgreSQL cannot be started on the folder " + folder.postgres() + " ("
                    + firstLine(failed) + "): if the data in it is not needed, delete the folder " + folder.path()
                    + " and start again.");
        }
    }

    private static String firstLine(Exception failed) {
        return String.valueOf(failed.getMessage()).lines().findFirst().orElse("no reason given");
    }

    String url() {
        return postgres.getJdbcUrl("postgres", "postgres").replace("localhost", TrialSettings.HOST);
    }

    void close() {
        try {
            postgres.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
