package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;

@MailroomTest
class FolderDeployerTests {

    private static final String PROCESS =
            """
            <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'
                xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='t'>
              <process id='%s' name='%s' isExecutable='true' camunda:historyTimeToLive='P1D'>
                <startEvent id='start'/>
                <serviceTask id='work' camunda:delegateExpression='${%s}'/>
                <sequenceFlow id='flow' sourceRef='start' targetRef='work'/>
              </process>
            </definitions>
            """;

    @Autowired
    FolderDeployer deployer;

    @Autowired
    ModelFolders folders;

    @Autowired
    RepositoryService repository;

    @AfterEach
    void tidyUp() {
        repository.createProcessDefinitionQuery().processDefinitionKeyLike("deployed%").list().stream()
                .map(definition -> definition.getDeploymentId())
                .distinct()
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void onlyWhatChangedGetsANewVersion() {
        deployer.deploy(List.of(file("deployed-a", "one"), file("deployed-b", "one")));
        deployer.deploy(List.of(file("deployed-a", "one"), file("deployed-b", "two")));
        deployer.deploy(List.of(file("deployed-a", "one"), file("deployed-b", "two")));

        assertThat(versions("deployed-a")).isEqualTo(1);
        assertThat(versions("deployed-b")).isEqualTo(2);
    }

    @Test
    void aResourceIsNamedWithoutThePathOfItsFolder() {
        assertThat(folders.read()).extracting(ModelFile::name).contains("case.bpmn", "routing.dmn", "handleCase.form");
        assertThat(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("case")
                        .latestVersion()
                        .singleResult()
                        .getResourceName())
                .isEqualTo("case.bpmn");
    }

    @Test
    void oneBrokenModelKeepsAllOthersOutAndEveryReasonIsNamed() {
        var good = file("deployed-c", "good");
        var bad = model("deployed-d", "bad", "noSuchBean");
        var worse = new ModelFile("deployed-e.bpmn", "no model".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> deployer.deploy(List.of(good, bad, worse)))
                .isInstanceOf(ModelsRefused.class)
                .hasMessageContaining("deployed-d.bpmn: work calls noSuchBean, which is no bean that models may call")
                .hasMessageContaining("deployed-e.bpmn: is not BPMN");

        assertThat(versions("deployed-c")).isZero();
    }

    private long versions(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .count();
    }

    private static ModelFile file(String key, String name) {
        return model(key, name, "completeCase");
    }

    private static ModelFile model(String key, String name, String bean) {
        String xml = PROCESS.formatted(key, name, bean);
        return new ModelFile(key + ".bpmn", xml.getBytes(StandardCharsets.UTF_8));
    }
}
