package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.engine.Models;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
@ExtendWith(OutputCaptureExtension.class)
class ModelWatchTests {

    /** Two starts are a mistake that only the engine's parser finds; it names the line of the process. */
    private static final String UNPARSABLE =
            """
                <startEvent id='start'/>
                <startEvent id='second'/>""";

    @Autowired
    FolderDeployer deployer;

    @Autowired
    RepositoryService repository;

    @Autowired
    ActiveModels active;

    @Autowired
    RefusedModels refusals;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @AfterEach
    void tidyUp() {
        repository.createProcessDefinitionQuery().processDefinitionKeyLike("watched%").list().stream()
                .map(definition -> definition.getDeploymentId())
                .distinct()
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
        refusals.foldersAreWell();
    }

    @Test
    void aChangeThatMetTroubleOfTheDatabaseIsDeployedAtTheNextLook() throws IOException {
        save("watched.bpmn", process("watched", "<startEvent id='start'/>"));
        var watch = watch();
        jdbc.sql(
                        """
                        create or replace function full_disk() returns trigger language plpgsql as $$
                        begin raise 'the disk is full' using errcode = '53100'; end $$
                        """)
                .update();
        jdbc.sql(
                        """
                        create trigger full_disk before insert on act_re_deployment
                        for each row execute function full_disk()
                        """)
                .update();
        try {
            assertThatThrownBy(watch::lookForChanges).hasStackTraceContaining("the disk is full");
        } finally {
            jdbc.sql("drop trigger full_disk on act_re_deployment").update();
        }

        watch.lookForChanges();

        assertThat(versions()).isOne();
    }

    @Test
    void whatOnlyTheParserOfTheEngineFindsIsARefusalToo() throws IOException {
        save("watched.bpmn", process("watched", "<startEvent id='start'/>"));
        var watch = watch();
        watch.lookForChanges();

        save("watched.bpmn", process("watched", UNPARSABLE));
        watch.lookForChanges();

        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(reasons(watch))
                .singleElement(STRING)
                .startsWith("watched.bpmn: second, line 3: multiple none start events");
        assertThat(versions()).isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<serviceTask id='faulty' camunda:class='java.lang.Runnable'/>",
                "<serviceTask id='faulty' camunda:type='mail'/>",
                "<serviceTask id='faulty'><extensionElements><camunda:connector/></extensionElements></serviceTask>",
                "<serviceTask id='faulty'/>",
                "<receiveTask id='faulty' messageRef='nobody'/>"
            })
    void aRefusalNamesFileElementAndLine(String task) throws IOException {
        save("watched.bpmn", process("watched", "<startEvent id='start'/>\n" + task));
        var watch = watch();

        watch.lookForChanges();

        assertThat(reasons(watch))
                .singleElement(STRING)
                .startsWith("watched.bpmn: ")
                .contains("faulty", "(line 5)");
    }

    @Test
    void aTableThatTheEngineCannotReadIsARefusal() throws IOException {
        save(
                "watched.dmn",
                """
                <definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d' namespace='t'
                    xmlns:camunda='http://camunda.org/schema/1.0/dmn'>
                  <decision id="watched-table" name="Watched" camunda:historyTimeToLive="P1D"><decisionTable id="table" hitPolicy="PRIORITY"><output id="one" name="one" typeRef="string"/></decisionTable></decision>
                </definitions>""");
        var watch = watch();

        watch.lookForChanges();

        assertThat(reasons(watch)).singleElement(STRING).contains("watched.dmn", "hit policy 'PRIORITY'");
    }

    @Test
    void aRefusalIsLoggedAndKeptOnceHoweverOftenTheFoldersAreLookedAt(CapturedOutput log) throws IOException {
        save("watched.bpmn", process("watched", UNPARSABLE));
        var watch = watch();

        watch.lookForChanges();
        watch.lookForChanges();
        watch().lookForChanges();

        assertThat(log.getAll().split("watched.bpmn: second, line 3", -1)).hasSize(3); // one entry a node
        assertThat(refusals.latest()).filteredOn(Models.Refused::open).hasSize(1);
    }

    @Test
    void aStartWithARefusedModelKeepsTheOnesDeployedEarlier() throws IOException {
        save("watched.bpmn", process("watched", UNPARSABLE));
        var watch = watch();

        watch.afterSingletonsInstantiated();

        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(watch.refuses()).isTrue();
    }

    @Test
    void aMendedFileEndsTheRefusal() throws IOException {
        save("watched.bpmn", process("watched", UNPARSABLE));
        var watch = watch();
        watch.lookForChanges();

        save("watched.bpmn", process("watched", "<startEvent id='start'/>"));
        watch.lookForChanges();

        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
        assertThat(watch.refuses()).isFalse();
        assertThat(refusals.latest()).noneMatch(Models.Refused::open);
    }

    @Test
    void aCopyWithTheSameProcessIdIsRefusedWithBothNames() throws IOException {
        save("watched.bpmn", process("watched", "<startEvent id='start'/>"));
        var watch = watch();
        watch.lookForChanges();

        save("watched copy.bpmn", process("watched", "<startEvent id='begin'/>"));
        watch.lookForChanges();

        assertThat(reasons(watch))
                .singleElement(STRING)
                .contains("watched copy.bpmn and watched.bpmn", "process watched");
        assertThat(versions()).isOne();
    }

    @Test
    void aDeletedFileIsSaidAndItsModelStaysActive() throws IOException {
        save("watched.bpmn", process("watched", "<startEvent id='start'/>"));
        var watch = watch();
        watch.lookForChanges();

        Files.delete(folder.resolve("watched.bpmn"));
        watch.lookForChanges();

        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
        assertThat(watch.health().getDetails().get("deleted"))
                .asInstanceOf(LIST)
                .contains("watched.bpmn: deleted from its folder; process watched stays active");
        assertThat(versions()).isOne();
    }

    @Test
    void savingTheOriginalAgainMakesItTheActiveOne() throws IOException {
        String original = process("watched", "<startEvent id='original'/>");
        save("watched.bpmn", original);
        var watch = watch();
        watch.lookForChanges();
        String another = process("watched", "<startEvent id='another'/>");
        repository
                .createDeployment()
                .name("from Modeler")
                .addString("watched.bpmn", another)
                .deploy();

        Files.delete(folder.resolve("watched.bpmn"));
        watch.lookForChanges();
        save("watched.bpmn", original);
        watch.lookForChanges();
        assertThat(activeModel()).isEqualTo(original);

        repository
                .createDeployment()
                .name("from Modeler")
                .addString("watched.bpmn", another)
                .deploy();
        Files.setLastModifiedTime(folder.resolve("watched.bpmn"), FileTime.fromMillis(1));
        watch.lookForChanges();
        assertThat(activeModel()).isEqualTo(original);
    }

    @Test
    void anEarlierContentOfAFileIsMadeActiveAgain() throws IOException {
        String original = process("watched", "<startEvent id='original'/>");
        save("watched.bpmn", original);
        var watch = watch();
        watch.lookForChanges();
        save("watched.bpmn", process("watched", "<startEvent id='another'/>"));
        watch.lookForChanges();

        save("watched.bpmn", original);
        watch.lookForChanges();

        assertThat(activeModel()).isEqualTo(original);
        assertThat(versions()).isEqualTo(3);
    }

    @Test
    void whatSomebodyDeployedOtherwiseStaysActiveOverARestart() throws IOException {
        save("watched.bpmn", process("watched", "<startEvent id='original'/>"));
        watch().lookForChanges();
        String another = process("watched", "<startEvent id='another'/>");
        repository
                .createDeployment()
                .name("from Modeler")
                .addString("watched.bpmn", another)
                .deploy();

        watch().lookForChanges();

        assertThat(activeModel()).isEqualTo(another);
    }

    @Test
    void aFolderThatCannotBeReadIsSaidOnceAndReadAgainWhenItIsBack(CapturedOutput log) throws IOException {
        save("watched.bpmn", process("watched", "<startEvent id='start'/>"));
        var watch = watch();
        watch.lookForChanges();
        Path away = folder.resolveSibling(folder.getFileName() + "-away");

        Files.move(folder, away);
        watch.lookForChanges();
        watch.lookForChanges();
        assertThat(watch.health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(log.getAll().split("Cannot read the folder", -1)).hasSize(2);

        Files.move(away, folder);
        watch.lookForChanges();
        assertThat(watch.health().getStatus()).isEqualTo(Status.UP);
    }

    private ModelWatch watch() {
        return new ModelWatch(new ModelFolders(List.of(folder.toString())), deployer, active, refusals, repository);
    }

    private void save(String name, String model) throws IOException {
        Files.writeString(folder.resolve(name), model);
    }

    private static String process(String id, String body) {
        return """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'
                    xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='t'>
                  <process id='%s' name='Watched' isExecutable='true' camunda:historyTimeToLive='P1D'>
                %s
                  </process>
                </definitions>
                """
                .formatted(id, body);
    }

    private static List<?> reasons(ModelWatch watch) {
        return (List<?>) watch.health().getDetails().get("refused");
    }

    private String activeModel() throws IOException {
        var newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("watched")
                .latestVersion()
                .singleResult();
        return new String(
                repository
                        .getResourceAsStream(newest.getDeploymentId(), newest.getResourceName())
                        .readAllBytes(),
                StandardCharsets.UTF_8);
    }

    private long versions() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("watched")
                .count();
    }
}
