package org.mailroom.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mailroom.access.Visitor;

/**
 * The jar that was built, installed in a folder of its own as docs/operations.md says, and started there by the command that
 * it gives. Settings are files in the folder and environment variables.
 */
public final class PackagedMailroom {

    private static final Path JAR = Path.of("target", "mailroom.jar");
    private static final Path FOLDERS = Path.of("target", "jar-tests");

    /** A start takes ten seconds, and many times that beside a build: nothing fails for being slow. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Path folder;
    private Process process;

    private PackagedMailroom(Path folder) {
        this.folder = folder;
    }

    /** @param name of its folder, which is emptied first */
    public static PackagedMailroom install(String name) throws IOException {
        assertThat(JAR).as("the jar that mvn package builds").exists();
        Path folder = FOLDERS.resolve(name);
        delete(folder);
        Files.createDirectories(folder);
        Files.copy(JAR, folder.resolve("mailroom.jar"));
        return new PackagedMailroom(folder);
    }

    /** Puts the analysts' folder beside the jar, as it is in the sources. */
    public PackagedMailroom with(String models) throws IOException {
        Path copy = Files.createDirectory(folder.resolve(models));
        try (Stream<Path> files = Files.list(Path.of(models))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return this;
    }

    /** @param file such as {@code config/application.yml}, seen from the jar */
    public PackagedMailroom settings(String file, String yaml) throws IOException {
        Path settings = folder.resolve(file);
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, yaml);
        return this;
    }

    public void start(Map<String, String> environment) throws IOException {
        var builder = new ProcessBuilder(
                        java(), "-Duser.timezone=UTC", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-jar", "mailroom.jar")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log().toFile());
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** Takes the jar apart as docker/Dockerfile does, and gives the files that this makes. */
    public List<String> extract() throws IOException, InterruptedException {
        Path layers = folder.resolve("layers");
        var command = List.of(
                java(), "-Djarmode=tools", "-jar", "mailroom.jar", "extract", "--layers", "--destination", "layers");
        assertThat(new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("extract.log").toFile())
                        .start()
                        .waitFor())
                .isZero();
        try (Stream<Path> files = Files.walk(layers)) {
            return files.map(file -> layers.relativize(file).toString()).toList();
        }
    }

    /** Waits until health is up, and gives the port of the pages. */
    public int awaitUp() {
        int port = await("the port of Mailroom, see " + log())
                .atMost(PATIENCE)
                .until(this::announcedPort, Optional::isPresent)
                .orElseThrow();
        var visitor = new Visitor(port);
        await("health of Mailroom, see " + log())
                .atMost(PATIENCE)
                .until(() -> visitor.get("/actuator/health").statusCode() == 200);
        return port;
    }

    /** By SIGTERM; it goes on until {@link #awaitEnd}. */
    public void stop() {
        process.destroy();
    }

    /** Waits for the end, and gives the exit code. */
    public int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as("the end of Mailroom, see " + log())
                .isTrue();
        return process.exitValue();
    }

    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    /** What it said, line by line. */
    public List<String> said() throws IOException {
        return Files.readAllLines(log());
    }

    private Optional<Integer> announcedPort() throws IOException {
        String said = Files.readString(log());
        if (!process.isAlive()) {
            throw new IllegalStateException("Mailroom ended by itself, see " + log());
        }
        return PORT.matcher(said)
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .findFirst();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private Path log() {
        return folder.resolve("log");
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
