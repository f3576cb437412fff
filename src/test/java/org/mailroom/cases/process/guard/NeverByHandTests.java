package org.mailroom.cases.process.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.cases.process.guard.GuardedHouse.ADMIN;
import static org.mailroom.cases.process.guard.GuardedHouse.COLLEAGUE;
import static org.mailroom.cases.process.guard.GuardedHouse.NOBODY;
import static org.mailroom.cases.process.guard.GuardedHouse.OWNER;
import static org.mailroom.cases.process.guard.GuardedHouse.SUPERVISOR;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.cases.process.guard.EngineClient.Way;
import org.springframework.beans.factory.annotation.Autowired;

/** What would get around the verbs of a case is refused for everybody, admins included. */
class NeverByHandTests extends GuardedCase {

    @Autowired
    ManagementService management;

    @ParameterizedTest
    @EnumSource
    void nobodyEndsAStepWithAnError(Way way) {
        String error = "{\"errorCode\":\"nope\"}";
        String escalation = "{\"escalationCode\":\"nope\"}";

        refused(403, "cannot be ended with an error", () -> as(way, OWNER).post(task + "/bpmnError", error));
        refused(403, "cannot be ended with an error", () -> as(way, SUPERVISOR).post(task + "/bpmnError", error));
        refused(403, "cannot be ended with an error", () -> as(way, ADMIN).post(task + "/bpmnEscalation", escalation));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyMovesTheProcessByHand(Way way) {
        String cancel = "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"handleCase\"}]}";
        String message = "{\"messageName\":\"CancelCase\",\"businessKey\":\"" + number + "\"}";

        refused(403, "/stuck", () -> as(way, SUPERVISOR).post(instance + "/modification", cancel));
        refused(403, "/stuck", () -> as(way, ADMIN).post(instance + "/modification", cancel));
        refused(403, "/stuck", () -> as(way, ADMIN).post("/message", message));
        refused(403, "/stuck", () -> as(way, NOBODY).post("/signal", "{\"name\":\"anything\"}"));
        refused(403, "/stuck", () -> as(way, SUPERVISOR)
                .post("/execution/" + instance.substring(18) + "/signal", "{}"));
    }

    @Test
    void nobodyDeletesTheTimerOfACase() {
        String job = management
                .createJobQuery()
                .processInstanceId(play.instance(number).getId())
                .list()
                .get(0)
                .getId();

        refused(403, "/stuck", () -> as(Way.REST, SUPERVISOR).delete("/job/" + job));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyDeletesTheProcessOfACase(Way way) {
        refused(403, "Cancel the case on its page instead.", () -> as(way, ADMIN)
                .delete(instance));
        refused(403, "Cancel the case on its page instead.", () -> as(way, ADMIN)
                .post("/process-instance/delete", "{\"processInstanceIds\":[\"" + instance.substring(18) + "\"]}"));
    }

    @ParameterizedTest
    @EnumSource
    void noCandidatesAreAddedOrRemoved(Way way) {
        String links = task + "/identity-links";
        String forward = "Forward the case to another inbox instead.";

        for (String person : List.of(OWNER, SUPERVISOR, ADMIN)) {
            EngineClient client = as(way, person);
            refused(403, forward, () -> client.post(links, "{\"userId\":\"" + NOBODY + "\",\"type\":\"candidate\"}"));
            refused(403, forward, () -> client.post(links, "{\"groupId\":\"inbox-finance\",\"type\":\"candidate\"}"));
            refused(
                    403,
                    forward,
                    () -> client.post(links + "/delete", "{\"groupId\":\"inbox-guarded\",\"type\":\"candidate\"}"));
        }
        refused(403, forward, () -> as(way, OWNER).post(task + "/delegate", user(COLLEAGUE)));
        refused(403, forward, () -> as(way, OWNER).put(task, changed("owner", quoted(NOBODY))));
        refused(403, "not changed this way", () -> as(way, OWNER).post(task + "/resolve", "{}"));
    }

    @ParameterizedTest
    @EnumSource
    void variablesAreSetByTheFormAlone(Way way) {
        String value = "{\"value\":\"forward\",\"type\":\"String\"}";
        String only = "Variables of a case are set by the form of its task only.";

        for (String person : List.of(OWNER, SUPERVISOR, ADMIN)) {
            EngineClient client = as(way, person);
            refused(403, only, () -> client.put(task + "/variables/outcome", value));
            refused(403, only, () -> client.put(task + "/localVariables/outcome", value));
            refused(403, only, () -> client.post(task + "/variables", "{\"modifications\":{\"x\":" + value + "}}"));
            refused(403, only, () -> client.delete(task + "/variables/inbox"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyAddsCommentsFilesOrTasks(Way way) {
        refused(403, "Write a note", () -> as(way, ADMIN).post(task + "/comment/create", "{\"message\":\"Hello\"}"));
        refused(403, "Tasks belong to cases", () -> as(way, ADMIN).post("/task/create", "{\"name\":\"Mine\"}"));
        refused(403, "Tasks belong to cases", () -> as(way, ADMIN).delete(task));
        assertThat(tasks.createTaskQuery().taskName("Mine").count()).isZero();
    }
}
