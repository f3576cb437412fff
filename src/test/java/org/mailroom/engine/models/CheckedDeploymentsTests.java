package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@MailroomTest
@ExtendWith(OutputCaptureExtension.class)
class CheckedDeploymentsTests {

    private static final String FORM = "{\"id\": \"%s\", \"type\": \"default\", \"components\": []}";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    IdentityService identities;

    @Autowired
    RefusedModels refused;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void asMailroom() {
        identities.clearAuthentication();
    }

    @AfterEach
    void tidyUp() {
        identities.clearAuthentication();
        repository
                .createDeploymentQuery()
                .deploymentName("checked")
                .list()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"checked.bpmn", "a/folder/checked.bpmn", "checked.bpmn20.xml"})
    void aModelIsCheckedUnderWhateverNameTheEngineTakesIt(String name) {
        assertThatThrownBy(() -> deployment()
                        .addString(name, model("<serviceTask id='work' camunda:delegateExpression='${noSuchBean}'/>"))
                        .deploy())
                .isInstanceOf(ModelsRefused.class)
                .hasMessageContaining(name + ": work calls noSuchBean");

        assertThat(repository.createDeploymentQuery().deploymentName("checked").count())
                .isZero();
    }

    @Test
    void aDecisionIsCheckedToo() {
        assertThatThrownBy(() -> deployment()
                        .addString(
                                "checked.dmn11.xml",
                                """
                                        <definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d'
                                            namespace='t'><decision id='checked' name='Checked'><decisionTable id='table'>
                                            <output id='one' name='one' typeRef='string'/></decisionTable></decision>
                                        </definitions>""")
                        .deploy())
                .hasMessageContaining("decision checked has no history time to live");
    }

    @Test
    void aFormMayComeWithItsModelOrHaveComeBefore() {
        String model = model(userTask("checked-form"));
        assertThatThrownBy(() -> deployment().addString("checked.bpmn", model).deploy())
                .hasMessageContaining("has the form checked-form, but no form file has that id");

        deployment()
                .addString("checked.bpmn", model)
                .addString("forms/checked-form.form", FORM.formatted("checked-form"))
                .deploy();
        deployment().addString("checked.bpmn", model).deploy();

        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("checked")
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aModelThatIsAtWorkStaysAtWorkWhateverTheChecksWouldSayNow() {
        String form = deployment()
                .addString("checked-gone.form", FORM.formatted("checked-gone"))
                .deploy()
                .getId();
        deployment().addString("checked.bpmn", model(userTask("checked-gone"))).deploy();
        repository.deleteDeployment(form);

        engine.getDeploymentCache().discardProcessDefinitionCache();

        assertThat(runtime.startProcessInstanceByKey("checked").isEnded()).isFalse();
    }

    @Test
    void aWarningIsLoggedOnceAndOnlyIfTheModelIsDeployed(CapturedOutput log) {
        String model = model("");

        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            deployment().addString("checked-unseen.bpmn", model).deploy();
        });
        deployment().addString("checked.bpmn", model).deploy();

        assertThat(log.getAll()).doesNotContain("checked-unseen.bpmn");
        assertThat(log.getAll().split("Models are deployed with warnings:\\s+- checked.bpmn: ", -1))
                .hasSize(2);
    }

    @Test
    void whoDeployedWhatIsKept() {
        identities.setAuthentication("checked-analyst", List.of("analysts"));

        String id = deployment().addString("checked.bpmn", model("")).deploy().getId();

        assertThat(jdbc.sql("select person from model_deployment where deployment_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .isEqualTo("checked-analyst");
    }

    @Test
    void aDeploymentOfAPersonThatIsRefusedIsKeptWithTheirNameAndTheReasons() {
        identities.setAuthentication("checked-analyst", List.of("analysts"));

        assertThatThrownBy(() -> deployment()
                        .addString(
                                "checked.bpmn",
                                model("<task id='a'/><sequenceFlow id='f' sourceRef='start'"
                                        + " targetRef='a'><conditionExpression>${a = ="
                                        + " b}</conditionExpression></sequenceFlow>"))
                        .deploy())
                .hasMessageContaining("cannot be read");

        assertThat(refused.latest())
                .filteredOn(refusal -> "checked-analyst".equals(refusal.person()))
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.open()).isFalse();
                    assertThat(refusal.reasons()).singleElement().asString().contains("${a = = b}");
                });
    }

    private DeploymentBuilder deployment() {
        return repository.createDeployment().name("checked");
    }

    private static String userTask(String form) {
        return """
                <userTask id='work' camunda:candidateGroups='supervisors' camunda:formRef='%s' camunda:formRefBinding='latest'/>
                <sequenceFlow id='flow' sourceRef='start' targetRef='work'/>"""
                .formatted(form);
    }

    private static String model(String body) {
        return """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'
                    xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='t'>
                  <process id='checked' isExecutable='true' camunda:historyTimeToLive='P1D'>
                    <startEvent id='start'/>%s
                  </process>
                </definitions>"""
                .formatted(body);
    }
}
