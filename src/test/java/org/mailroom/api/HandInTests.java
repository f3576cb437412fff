package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.intake.Eml;

/** The command by which a mail server hands mail in: what it tells the mail server of what Mailroom answered. */
class HandInTests {

    private static final int DONE = 0;
    private static final int NEVER = 69;
    private static final int LATER = 75;

    @TempDir
    Path folder;

    private HttpServer mailroom;
    private volatile int answer = 202;
    private volatile byte[] body;
    private volatile String query;
    private volatile String login;

    @BeforeEach
    void aMailroom() throws IOException {
        assumeTrue(
                Stream.of("/usr/bin/curl", "/usr/local/bin/curl").anyMatch(path -> Files.isExecutable(Path.of(path))));
        Files.writeString(folder.resolve("token"), "mrt_secret\n");
        mailroom = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        mailroom.createContext("/api/mail", exchange -> {
            body = exchange.getRequestBody().readAllBytes();
            query = exchange.getRequestURI().getQuery();
            login = exchange.getRequestHeaders().getFirst("Authorization");
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        mailroom.start();
    }

    @AfterEach
    void stop() {
        if (mailroom != null) {
            mailroom.stop(0);
        }
    }

    @Test
    void aMailIsHandedInByteForByte() throws Exception {
        byte[] raw = Eml.of("From: jane@example.org", "Subject: =?x", "", "Grüße \0 €", "");

        assertThat(handIn(raw)).isEqualTo(DONE);

        assertThat(body).isEqualTo(raw);
        assertThat(query).isEqualTo("inbox=support");
        assertThat(login).isEqualTo("Bearer mrt_secret");
    }

    @Test
    void aMailThatIsKnownIsDone() throws Exception {
        answer = 200;

        assertThat(handIn(mail())).isEqualTo(DONE);
    }

    @Test
    void aMailThatIsTooLargeIsTurnedAway() throws Exception {
        answer = 413;

        assertThat(handIn(mail())).isEqualTo(NEVER);
    }

    @Test
    void whatMayBeBetterLaterIsTriedAgain() throws Exception {
        for (int trouble : List.of(503, 500, 401, 403, 404)) {
            answer = trouble;

            assertThat(handIn(mail())).isEqualTo(LATER);
        }
    }

    @Test
    void whileMailroomIsAwayTheMailServerTriesAgain() throws Exception {
        int port = mailroom.getAddress().getPort();
        mailroom.stop(0);

        assertThat(handIn(mail(), port)).isEqualTo(LATER);
    }

    private static byte[] mail() {
        return "Subject: Hello\r\n\r\nHello\r\n".getBytes(StandardCharsets.US_ASCII);
    }

    private int handIn(byte[] raw) throws Exception {
        return handIn(raw, mailroom.getAddress().getPort());
    }

    private int handIn(byte[] raw, int port) throws Exception {
        Process command = new ProcessBuilder(
                        "bin/hand-in",
                        "http://127.0.0.1:" + port,
                        "support",
                        folder.resolve("token").toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream in = command.getOutputStream()) {
            in.write(raw);
        }
        return command.waitFor();
    }
}
