package org.mailroom.cases.process.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.cases.process.guard.GuardedHouse.COLLEAGUE;
import static org.mailroom.cases.process.guard.GuardedHouse.NOBODY;
import static org.mailroom.cases.process.guard.GuardedHouse.OWNER;
import static org.mailroom.cases.process.guard.GuardedHouse.STRANGER;
import static org.mailroom.cases.process.guard.GuardedHouse.SUPERVISOR;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.cases.process.guard.EngineClient.Way;
import org.springframework.beans.factory.annotation.Autowired;

/** A case is given only to people who may have it. */
class OwnerBelongsThereTests extends GuardedCase {

    @Autowired
    RepositoryService models;

    @Autowired
    RuntimeService runtime;

    @ParameterizedTest
    @EnumSource
    void theOwnerIsSomebodyWhoMayHaveTheCase(Way way) {
        EngineClient owner = as(way, OWNER);

        refused(409, "There is nobody with the user name ghost.", () -> owner.post(task + "/assignee", user("ghost")));
        refused(409, "Stan Stranger may not have this case", () -> owner.post(task + "/assignee", user(STRANGER)));
        refused(
                409,
                "Stan Stranger may not have this case",
                () -> owner.put(task, changed("assignee", "\"" + STRANGER + "\"")));
        refused(409, "Nora Nobody may not have this case", () -> as(way, SUPERVISOR)
                .post(task + "/assignee", user(NOBODY)));

        done(owner.post(task + "/assignee", user(COLLEAGUE)));
        assertThat(play.column(number, "owner")).isEqualTo(COLLEAGUE);
    }

    @Test
    void aTaskForSupervisorsIsGivenToNoAgent() {
        String deployment = models.createDeployment()
                .addModelInstance(
                        "guard-extra.bpmn",
                        Bpmn.createExecutableProcess("guard-extra")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("extra")
                                .camundaAssignee(OWNER)
                                .camundaCandidateGroups("supervisors")
                                .camundaFormRef("handleCase")
                                .camundaFormRefBinding("latest")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        try {
            String extra = "/task/" + extraTask();
            EngineClient owner = as(Way.REST, OWNER);

            refused(
                    409,
                    "Cole Colleague may not have this case",
                    () -> owner.post(extra + "/assignee", user(COLLEAGUE)));
            done(owner.post(extra + "/assignee", user(SUPERVISOR)));
        } finally {
            models.deleteDeployment(deployment, true);
        }
    }

    private String extraTask() {
        String id =
                runtime.startProcessInstanceByKey("guard-extra", number.value()).getId();
        return tasks.createTaskQuery().processInstanceId(id).singleResult().getId();
    }
}
