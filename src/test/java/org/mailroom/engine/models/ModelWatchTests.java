package org.mailroom.engine.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class ModelWatchTests {

    @Autowired
    FolderDeployer deployer;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    @AfterEach
    void tidyUp() {
        repository.createProcessDefinitionQuery().processDefinitionKey("watched").list().stream()
                .map(definition -> definition.getDeploymentId())
                .forEach(deployment -> repository.deleteDeployment(deployment, true));
    }

    @Test
    void aChangeThatMetTroubleOfTheDatabaseIsDeployedAtTheNextLook() throws IOException {
        Files.writeString(
                folder.resolve("watched.bpmn"),
                """
                <definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'
                    xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='t'>
                  <process id='watched' name='Watched' isExecutable='true' camunda:historyTimeToLive='P1D'>
                    <startEvent id='start'/>
                  </process>
                </definitions>
                """);
        var watch = new ModelWatch(new ModelFolders(List.of(folder.toString())), deployer, repository);
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

    private long versions() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("watched")
                .count();
    }
}
