package org.mailroom.trial;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where the trial keeps its data over a restart. One trial at a time: it is locked until the program ends. */
final class TrialFolder {

    private final Path path;
    private final FileLock lock;

    private TrialFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    @SuppressWarnings("resource") // open, and locked, for as long as the program runs
    static TrialFolder open(Path path) {
        try {
            Files.createDirectories(path);
            FileLock lock = FileChannel.open(
                            path.resolve("trial.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .tryLock();
            if (lock == null) {
                throw new TrialRefused("Mailroom is being tried out on the folder " + path + " already: use that one, "
                        + "stop it, or choose another folder with "
                        + "mvn spring-boot:test-run -Dspring-boot.run.arguments=--mailroom.trial.data=FOLDER");
            }
            return new TrialFolder(path, lock);
        } catch (IOException refused) {
            throw notWritable(path, refused);
        }
    }

    Path path() {
        return path;
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    /** Does it the first time only; a file in the folder remembers. */
    void once(String what, Runnable action) {
        Path done = path.resolve(what);
        if (Files.exists(done)) {
            return;
        }
        action.run();
        try {
            Files.createFile(done);
        } catch (IOException refused) {
            throw notWritable(path, refused);
        }
    }

    private static TrialRefused notWritable(Path path, IOException refused) {
        return new TrialRefused("The folder " + path + ", where the trial keeps its data, cannot be written to ("
                + refused.getClass().getSimpleName() + ": " + refused.getMessage() + "): make it writable, or choose "
                + "another folder with mvn spring-boot:test-run "
                + "-Dspring-boot.run.arguments=--mailroom.trial.data=FOLDER");
    }

    @Override
    public String toString() {
        return path + (lock.isValid() ? "" : " (closed)");
    }
}
