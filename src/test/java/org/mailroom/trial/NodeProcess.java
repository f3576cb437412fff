package org.mailroom.trial;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One of the nodes of {@link TryCluster}, seen from there. */
final class NodeProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long SECONDS_TO_STOP = 60;

    private final int port;
    private final Path log;
    private final Process process;

    private NodeProcess(int port, Path log, Process process) {
        this.port = port;
        this.log = log;
        this.process = process;
    }

    static NodeProcess start(TrialSettings settings, String databaseUrl, String... arguments) {
        Path log = settings.data().resolve("node-" + settings.webPort() + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1", // starts sooner
                "-cp",
                System.getProperty("java.class.path"),
                ClusterNode.class.getName()));
        command.add("--spring.profiles.active=trial");
        Map<String, Object> parts = settings.forMailroom(databaseUrl);
        parts.forEach((name, value) -> command.add("--" + name + "=" + value));
        Stream.of(arguments).filter(given -> !isOneOf(parts, given)).forEach(command::add);
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new NodeProcess(settings.webPort(), log, process);
        } catch (IOException failed) {
            throw new TrialRefused("A node could not be started: " + failed.getMessage());
        }
    }

    /** What is given twice counts as a list. */
    private static boolean isOneOf(Map<String, Object> parts, String given) {
        return parts.keySet().stream().anyMatch(name -> given.startsWith("--" + name + "="));
    }

    void awaitPages() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new TrialRefused("The node on port " + port + " did not start; " + log + " says why.");
            }
            rest();
        }
    }

    private boolean answers() {
        try {
            var login = HttpRequest.newBuilder(URI.create("http://" + TrialSettings.HOST + ":" + port + "/login"))
                    .build();
            return HttpClient.newHttpClient()
                            .send(login, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new TrialRefused("The start was interrupted.");
        }
    }

    /** Politely first, so that it brings to an end what it is at. */
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return "http://" + TrialSettings.HOST + ":" + port + "    process " + process.pid() + ", log " + log;
    }
}
