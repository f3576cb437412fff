package org.mailroom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.access.Visitor.basic;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.PlantedFault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Each fault in {@code src/test/resources/models}, deployed as Modeler does it. */
@MailroomTest
class PlantedFaultsByRestTests {

    private static final String DEPLOYMENT = "planted";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private RepositoryService repository;

    static List<PlantedFault> faults() {
        return PlantedFault.all();
    }

    @BeforeEach
    void thereIsAnAnalyst() {
        Staff.addTo(house);
    }

    @AfterEach
    void tidyUp() {
        repository
                .createDeploymentQuery()
                .deploymentName(DEPLOYMENT)
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultThatIsRefusedIsAnsweredWithItsSentence(PlantedFault fault) throws IOException, InterruptedException {
        HttpResponse<String> answer = deploy(fault.files());

        if (fault.isRefused()) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(new ObjectMapper()
                            .readTree(answer.body())
                            .path("message")
                            .asText())
                    .contains(fault.sentence());
        } else {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private HttpResponse<String> deploy(Map<String, byte[]> files) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"deployment-name\"", DEPLOYMENT.getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            part(body, "name=\"" + file.getKey() + "\"; filename=\"" + file.getKey() + "\"", file.getValue());
        }
        body.writeBytes("--line--\r\n".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest/deployment/create"))
                .header("Content-Type", "multipart/form-data; boundary=line")
                .header("Authorization", basic(Staff.ANALYST, Staff.ANALYST))
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        String head = "--line\r\nContent-Disposition: form-data; " + name + "\r\n\r\n";
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
