package org.mailroom.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that an earlier trial left running on the same folder because it was killed and could not tidy up. */
final class OrphanedPostgres {

    private static final int PATIENCE_SECONDS = 20;
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(10);

    private OrphanedPostgres() {}

    /** Called under the folder's lock, so nobody uses what is found. */
    static void stop(Path folder) {
        Path note = folder.resolve("postmaster.pid");
        try {
            if (Files.exists(note)) {
                Optional<ProcessHandle> orphan = process(Files.readAllLines(note));
                if (orphan.isPresent()) {
                    stop(orphan.get(), folder);
                }
                Files.deleteIfExists(note);
            }
        } catch (IOException unreadable) {
            throw new TrialRefused("The file " + note + " cannot be read or removed (" + unreadable.getMessage()
                    + "): an earlier trial, perhaps of another user, left it; remove it.");
        }
    }

    /**
     * The process that wrote the note. Its number may belong to another program by now, so name and start must fit too.
     *
     * @param note the process's number, its folder, and its start in seconds since 1970, a line each
     */
    private static Optional<ProcessHandle> process(List<String> note) {
        if (note.size() < 3
                || !note.get(0).matches("[0-9]{1,18}")
                || !note.get(2).matches("[0-9]{1,18}")) {
            return Optional.empty();
        }
        Instant started = Instant.ofEpochSecond(Long.parseLong(note.get(2)));
        return ProcessHandle.of(Long.parseLong(note.get(0)))
                .filter(ProcessHandle::isAlive)
                .filter(found -> found.info().command().orElse("postgres").contains("postgres"))
                .filter(found -> Duration.between(found.info().startInstant().orElse(started), started)
                                .abs()
                                .compareTo(CLOCKS_DIFFER_BY)
                        < 0);
    }

    /** Politely, so that it writes down what it has; its only guest was the trial that is gone. */
    private static void stop(ProcessHandle orphan, Path folder) {
        orphan.destroy();
        try {
            orphan.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stays) {
            throw new TrialRefused(
                    "An earlier trial left PostgreSQL running on " + folder + " and it does not stop: end " + "process "
                            + orphan.pid() + " (kill -INT " + orphan.pid() + ") and start again.");
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new TrialRefused("The start was interrupted.");
        }
    }
}
