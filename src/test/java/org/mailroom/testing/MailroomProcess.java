package org.mailroom.testing;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mailroom.Mailroom;
import org.mailroom.access.Visitor;

/** Mailroom in a JVM of its own, without anything that tests add to it; a test can kill it. */
public final class MailroomProcess {

    private static final int LAST_WORDS = 4000;
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

    private final Process process;
    private final Path log;

    private MailroomProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Soon started.
     *
     * @param log the file that is to hold what Mailroom says
     */
    public static MailroomProcess start(Map<String, String> settings, Path log) throws IOException {
        return start(settings, log, List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"));
    }

    /** @param options of the JVM */
    public static MailroomProcess start(Map<String, String> settings, Path log, List<String> options)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(java(), "-Duser.timezone=UTC"));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), Mailroom.class.getName()));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new MailroomProcess(process, log);
    }

    /** The port of its pages, as soon as they are there. */
    public int port() {
        return await("Mailroom in a JVM of its own, see " + log)
                .until(this::announcedPort, Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until all that is done at the start is done, too; it has to show its readiness. */
    public void awaitReady() {
        var visitor = new Visitor(port());
        await("Mailroom in a JVM of its own, see " + log)
                .until(() -> visitor.get("/actuator/health/readiness").statusCode() == 200);
    }

    /** By SIGKILL: it has no time to finish anything, nor to tell anybody. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** By SIGTERM: it finishes what it is at. */
    public void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }

    /** Whether it died at its fail point within this time. */
    public boolean awaitFailPoint(Duration most) throws InterruptedException {
        return process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS) && process.exitValue() == FailPoint.EXIT;
    }

    /** Whether it serves its pages. */
    public boolean isUp() throws IOException {
        return isAlive() && announcedPort().isPresent();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    private String said() throws IOException {
        boolean alive = process.isAlive();
        String said = Files.readString(log);
        if (!alive) {
            throw new IllegalStateException("Mailroom ended by itself, its last words, of " + log + ":\n" + end(said));
        }
        return said;
    }

    private static String end(String said) {
        return said.substring(Math.max(0, said.length() - LAST_WORDS));
    }

    private Optional<Integer> announcedPort() throws IOException {
        return PORT.matcher(said())
                .results()
                .map(found -> Integer.valueOf(found.group(1)))
                .findFirst();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String classPath() {
        URI tests = URI.create(MailroomProcess.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString());
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).equals(Path.of(tests)))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
