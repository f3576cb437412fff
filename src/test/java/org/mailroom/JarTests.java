package org.mailroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.mailroom.access.Visitor;
import org.mailroom.testing.DocumentedSettings;
import org.mailroom.testing.Dovecot;
import org.mailroom.testing.PackagedMailroom;
import org.mailroom.testing.RealParts;
import org.mailroom.testing.SmtpSink;
import org.springframework.util.FileSystemUtils;

/**
 * The packaged jar at work, installed and set up as docs/operations.md says: with the settings of its examples, a real
 * PostgreSQL and a real Dovecot. It is stopped at the end, so the order counts.
 */
@Tag("jar")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class JarTests {

    private static final String CUSTOMER = "carla@customer.example";
    private static final String SECRET_OF_SAM = "reads every single mail";
    private static final String SECRET_OF_SUE = "watches all of the cases";
    private static final String SECRET_OF_ADA = "looks after it all here";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    private final SmtpSink sink = SmtpSink.start();
    private Path mail;
    private Dovecot dovecot;
    private PackagedMailroom mailroom;
    private int port;

    @BeforeAll
    void start() throws Exception {
        assumeTrue(
                Dovecot.installed().isPresent() || System.getenv("CI") != null,
                "Dovecot is not installed (apt-get install dovecot-core dovecot-imapd)");
        mail = Files.createTempDirectory("mailroom-jar-tests-");
        dovecot = Dovecot.start(Files.setPosixFilePermissions(mail, PosixFilePermissions.fromString("rwxr-xr-x")));
        mailroom = PackagedMailroom.install("at-work")
                .with("processes")
                .with("forms")
                .settings("application.yml", leastSettings())
                .settings("config/application.yml", firstRun());
        mailroom.start(Map.of(
                "MAILROOM_SECRET",
                "a secret that only this test knows",
                "MAILROOM_DATABASE_PASSWORD",
                "any",
                "MAILROOM_STOP_DELAY",
                "15s",
                "SPRING_MAIL_PORT",
                "" + sink.port(),
                "SERVER_PORT",
                "0",
                "SUPPORT_MAILBOX_PASSWORD",
                Dovecot.PASSWORD,
                "ADA_PASSWORD",
                SECRET_OF_ADA,
                "SUE_PASSWORD",
                SECRET_OF_SUE,
                "SAM_PASSWORD",
                SECRET_OF_SAM));
        port = mailroom.awaitUp();
    }

    @AfterAll
    void end() throws Exception {
        if (mailroom != null) {
            mailroom.kill();
        }
        if (dovecot != null) {
            dovecot.close();
            FileSystemUtils.deleteRecursively(mail);
        }
        sink.close();
    }

    @Test
    @Order(1)
    void theFirstMailIsTakenInAndConfirmed() throws IOException {
        dovecot.deliver(List.of(
                """
                        From: Carla Customer <%s>
                        To: support@example.org
                        Subject: The packaged printer
                        Date: Tue, 1 Dec 2026 09:00:00 +0000
                        Message-ID: <first@customer.example>

                        It prints nothing.
                        """
                        .formatted(CUSTOMER)
                        .getBytes(StandardCharsets.UTF_8)));

        await("the confirmation").until(() -> sink.taken().stream()
                .anyMatch(mail ->
                        mail.recipients().contains(CUSTOMER) && mail.inReplyTo().equals("first@customer.example")));
    }

    @Test
    @Order(2)
    void anAgentLogsInAndFindsTheCaseInTasklist() {
        Visitor sam = loggedIn("sam", SECRET_OF_SAM);

        assertThat(sam.get("/cases/SUP-1001").body()).contains("The packaged printer");
        assertThat(sam.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(sam.get("/camunda/api/engine/engine/default/task/count").body())
                .contains("\"count\":1");
    }

    @Test
    @Order(2)
    void aSupervisorLogsInAndHasCockpit() {
        Visitor sue = loggedIn("sue", SECRET_OF_SUE);

        assertThat(sue.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(sue.get("/camunda/api/engine/engine/default/process-instance/count?processDefinitionKey=case")
                        .body())
                .contains("\"count\":1");
    }

    @Test
    @Order(2)
    void itSaysItsVersionAndCommit() throws IOException {
        Properties built = built();

        var info = new ObjectMapper()
                .readTree(loggedIn("ada", SECRET_OF_ADA).get("/actuator/info").body())
                .path("build");

        assertThat(info.path("version").asText()).isNotBlank().isEqualTo(built.getProperty("build.version"));
        assertThat(info.path("commit").asText()).isEqualTo(built.getProperty("build.commit"));
        if (Files.exists(Path.of(".git"))) {
            assertThat(info.path("commit").asText()).matches("[0-9a-f]{40}");
        }
        assertThat(new Visitor(port).get("/actuator/info").statusCode()).isEqualTo(401);
    }

    @Test
    @Order(2)
    void itTellsItsMetrics() {
        Visitor ada = loggedIn("ada", SECRET_OF_ADA);

        await("the first look at the mailboxes").until(() -> ada.get("/actuator/prometheus")
                .body()
                .contains("mailroom_mailbox_last_good_pickup_age_seconds{"));
        assertThat(ada.get("/actuator/prometheus").body()).contains("mailroom_outbox_waiting ");
    }

    @Test
    @Order(2)
    void itCanBeTakenApartIntoTheLayersOfTheImage() throws Exception {
        assertThat(mailroom.extract())
                .contains("application/mailroom.jar")
                .anyMatch(file -> file.startsWith("dependencies/lib/"));
    }

    @Test
    @Order(3)
    void aStopTurnsLoadBalancersAwayFirstAndStillServesPeople() throws Exception {
        Visitor sam = loggedIn("sam", SECRET_OF_SAM);
        var loadBalancer = new Visitor(port);
        assertThat(readiness(loadBalancer)).isEqualTo(200);

        mailroom.stop();

        await("readiness to go down").until(() -> readiness(loadBalancer) == 503);
        assertThat(sam.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(sam.get("/cases/SUP-1001").statusCode()).isEqualTo(200);
        assertThat(mailroom.awaitEnd()).isEqualTo(143);
    }

    @Test
    @Order(4)
    void aStopEndsJobsThenThePagesThenTheDatabase() throws IOException {
        assertThat(Milestone.in(mailroom.said()))
                .containsExactly(Milestone.JOBS, Milestone.STOPPING, Milestone.PAGES, Milestone.DATABASE);
    }

    @Test
    @Order(4)
    void fromStartToStopNothingWentWrong() throws IOException {
        assertThat(mailroom.said())
                .noneMatch(line -> line.contains(" ERROR "))
                .noneMatch(line -> line.startsWith("\tat "));
    }

    /** The lines of the log that tell how far a stop has come. */
    private enum Milestone {
        JOBS("Shutting down the JobExecutor"),
        STOPPING("Mailroom is stopping"),
        PAGES("Graceful shutdown complete"),
        DATABASE("Shutdown initiated");

        private final String words;

        Milestone(String words) {
            this.words = words;
        }

        static List<Milestone> in(List<String> log) {
            return log.stream()
                    .flatMap(line -> IntStream.range(0, values().length)
                            .mapToObj(number -> values()[number])
                            .filter(milestone -> line.contains(milestone.words)))
                    .toList();
        }
    }

    private Visitor loggedIn(String name, String password) {
        Visitor visitor = new Visitor(port);
        visitor.login(name, password);
        return visitor;
    }

    private static int readiness(Visitor visitor) {
        return visitor.get("/actuator/health/readiness").statusCode();
    }

    private static String leastSettings() throws IOException {
        return DocumentedSettings.least()
                .replace("jdbc:postgresql://localhost:5432/mailroom", RealParts.newDatabaseOf("mailroom"))
                .replace("smtp.example.org", "127.0.0.1");
    }

    private String firstRun() throws IOException {
        return DocumentedSettings.firstRun()
                .replace("host: imap.example.org", "host: 127.0.0.1")
                .replace("port: 993", "port: " + dovecot.port())
                .replace("security: tls", "security: none")
                .replace("username: support@example.org", "username: " + Dovecot.USER);
    }

    private static Properties built() throws IOException {
        var built = new Properties();
        try (var file = Files.newInputStream(Path.of("target", "classes", "META-INF", "build-info.properties"))) {
            built.load(file);
        }
        return built;
    }
}
