package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.engine.Models;
import org.mailroom.intake.Eml;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class FailingModelTests {

    @Autowired
    private FrontDoor frontDoor;

    @Autowired
    private IntakeWorker worker;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Models models;

    @Autowired
    @Qualifier("models")
    private HealthIndicator health;

    @Autowired
    private JdbcClient jdbc;

    private int shipped;

    @BeforeEach
    void inboxes() {
        shipped = active().getVersion();
        TwoInboxes.addIfMissing(jdbc);
        TwoInboxes.forgetWaitingMail(jdbc);
    }

    @AfterEach
    void theModelOfTheOthers() {
        TwoInboxes.forgetWaitingMail(jdbc);
        jdbc.sql("update model_refusal set over_at = now() where over_at is null")
                .update();
        for (var later = active(); later.getVersion() > shipped; later = active()) {
            repository.deleteDeployment(later.getDeploymentId(), true);
        }
        jdbc.sql(
                        """
                        update cases set state = 'CLOSED', outcome = 'CANCELLED', closed_at = now()
                        where requester_address = 'carla@failing.example'
                        """)
                .update();
    }

    @Test
    void theReasonOfAMailThatIsPutAsideNamesProcessVersionElementAndCause() throws IOException {
        int version = deployFailingFor("Poison of the model");
        afterSoManyCases(10);
        long id = kept("Poison of the model");

        tryThreeTimes(id);

        assertThat(row(id)).containsEntry("state", "QUARANTINED");
        assertThat(row(id).get("reason"))
                .asString()
                .startsWith("The process case, version " + version + ", failed at identifyContact: the expression ")
                .endsWith("names a variable, bean or property that does not exist.");
        assertThat(active().getVersion()).isEqualTo(version);
    }

    @Test
    void whenTheFirstMailsFailInANewModelItsPreviousVersionTakesThemIn() throws IOException {
        int version = deployFailingFor("Poison of a new model");
        long putAside = kept("Poison of a new model");
        jdbc.sql("update received_mail set state = 'QUARANTINED', reason = :reason where id = :id")
                .param("id", putAside)
                .param("reason", "The process case, version " + version + ", failed at identifyContact: by then.")
                .update();
        long id = kept("Poison of a new model");

        tryThreeTimes(id);
        worker.workOff();

        assertThat(row(id)).containsEntry("state", "DELIVERED");
        assertThat(row(putAside)).containsEntry("state", "DELIVERED");
        assertThat(active().getVersion()).isEqualTo(version + 1);
        assertThat(models.refused()).anySatisfy(refused -> {
            assertThat(refused.wentBack()).isTrue();
            assertThat(refused.open()).isTrue();
            assertThat(refused.reasons().get(0))
                    .startsWith("case.bpmn: The process case, version " + version + ", failed at identifyContact");
        });
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void aMailThatFailsInThePreviousVersionTooIsPutAsideThere() throws IOException {
        deployFailingFor("Poison of two models");
        int version = deployFailingFor("Poison of two models");
        long id = kept("Poison of two models");

        tryThreeTimes(id);
        assertThat(row(id)).containsEntry("state", "RECEIVED");
        tryThreeTimes(id);

        assertThat(row(id)).containsEntry("state", "QUARANTINED");
        assertThat(active().getVersion()).isEqualTo(version + 1);
    }

    private long kept(String subject) {
        return frontDoor
                .keep(
                        TwoInboxes.SUPPORT,
                        Eml.of(
                                "From: carla@failing.example",
                                "Message-ID: <" + UUID.randomUUID() + "@failing.example>",
                                "Subject: " + subject,
                                "",
                                "Hello"))
                .id();
    }

    private void tryThreeTimes(long id) {
        for (int attempt = 0; attempt < 3; attempt++) {
            makeDue(id);
            worker.takeSome();
        }
    }

    private void afterSoManyCases(int cases) {
        for (int opened = 0; opened < cases; opened++) {
            kept("A case of a model that works");
        }
        worker.workOff();
    }

    /** The model of everybody, but its first step fails for cases with this subject. */
    private int deployFailingFor(String subject) throws IOException {
        ProcessDefinition active = active();
        String model = new String(
                repository
                        .getResourceAsStream(active.getDeploymentId(), active.getResourceName())
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        String failing = model.contains("name=\"failing\"")
                ? model.replace("name=\"failing\"", "name=\"failingToo\"")
                : model.replaceFirst(
                        "(<serviceTask id=\"identifyContact\"[^>]*>)",
                        "$1<extensionElements><camunda:inputOutput><camunda:inputParameter name=\"failing\">"
                                + "\\${caseFacts.subject(execution) == '" + subject + "' ? waitUntil : 1}"
                                + "</camunda:inputParameter></camunda:inputOutput></extensionElements>");
        assertThat(failing).isNotEqualTo(model);
        repository
                .createDeployment()
                .name("failing")
                .addString("case.bpmn", failing)
                .deploy();
        return active().getVersion();
    }

    private ProcessDefinition active() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("case")
                .latestVersion()
                .singleResult();
    }

    private Map<String, Object> row(long id) {
        return jdbc.sql("select state, reason, case_number from received_mail where id = :id")
                .param("id", id)
                .query()
                .singleRow();
    }

    private void makeDue(long id) {
        jdbc.sql("update received_mail set next_attempt_at = now() where id = :id")
                .param("id", id)
                .update();
    }
}
