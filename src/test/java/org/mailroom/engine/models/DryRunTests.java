package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.junit.jupiter.api.Test;
import org.mailroom.engine.TrialRun;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@MailroomTest
class DryRunTests {

    private static final String IDENTIFY = "camunda:delegateExpression=\"${identifyContact}\"";

    @Autowired
    ObjectProvider<TrialRun> trial;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    RepositoryService repository;

    @Autowired
    CasePlay play;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aModelInWhichStoredMailsWouldFailIsRefusedWithStepAndCause() throws IOException {
        CaseNumber number = play.opened("Tried dry");
        String model = active("case.bpmn")
                .replaceFirst(
                        "name=\"addressed\">",
                        "name=\"broken\">\\${waitUntil}</camunda:inputParameter><camunda:inputParameter name=\"addressed\">");
        Counts before = counts();

        assertThatThrownBy(() -> dryRun().of(() -> deploy("case.bpmn", model)))
                .isInstanceOf(ModelsRefused.class)
                .hasMessageContaining("dry run: ")
                .hasMessageContaining("mail of " + number + ": The process case, version ")
                .hasMessageContaining(
                        "failed at route: the expression ${waitUntil} names a variable, bean or property");

        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void whatWouldGoOtherwiseIsNamedAndNothingOfTheTrialStays() throws IOException {
        CaseNumber number = play.opened("Tried for routing");
        String table = active("routing.dmn");
        String otherwise = active("case.bpmn").replace("${caseFacts.inbox(execution)}", "finance");
        assertThat(table).isNotEmpty();
        Counts before = counts();

        var found = dryRun().of(() -> deploy("case.bpmn", otherwise));

        assertThat(found.tried()).isPositive();
        assertThat(found.changes()).contains(number + ": inbox Support → Finance");
        assertThat(counts()).isEqualTo(before);
        assertThat(active("case.bpmn")).doesNotContain("name=\"addressed\">finance");
        assertThat(play.opened("After the trial")).isNotNull();
    }

    @Test
    void theSameModelGoesAsBefore() throws IOException {
        play.opened("Tried the same");
        String same = active("case.bpmn").replace("</bpmn:definitions>", "</bpmn:definitions>");

        var found = dryRun().of(() -> deploy("case.bpmn", same));

        assertThat(found.tried()).isPositive();
        assertThat(found.changes()).isEmpty();
    }

    private record Counts(
            long cases, long messages, long mails, long deployments, long instances, long jobs, long number) {}

    private Counts counts() {
        return new Counts(
                count("cases"),
                count("message"),
                count("outgoing_mail"),
                count("act_re_deployment"),
                count("act_ru_execution"),
                count("act_ru_job"),
                jdbc.sql("select last_value from case_number_seq")
                        .query(Long.class)
                        .single());
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private DryRun dryRun() {
        return new DryRun(trial, transactions, 3);
    }

    private Deployment deploy(String name, String content) {
        return repository
                .createDeployment()
                .name("tried")
                .addString(name, content)
                .deployWithResult();
    }

    private String active(String name) throws IOException {
        var newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("case")
                .latestVersion()
                .singleResult();
        String deployment = name.endsWith(".dmn")
                ? repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("routing")
                        .latestVersion()
                        .singleResult()
                        .getDeploymentId()
                : newest.getDeploymentId();
        return new String(repository.getResourceAsStream(deployment, name).readAllBytes(), StandardCharsets.UTF_8);
    }
}
