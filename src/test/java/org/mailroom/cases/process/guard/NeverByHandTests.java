package org.mailroom.cases.process.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.cases.process.guard.GuardedHouse.ADMIN;
import static org.mailroom.cases.process.guard.GuardedHouse.COLLEAGUE;
import static org.mailroom.cases.process.guard.GuardedHouse.NOBODY;
import static org.mailroom.cases.process.guard.GuardedHouse.OWNER;
import static org.mailroom.cases.process.guard.GuardedHouse.SUPERVISOR;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.cases.CaseRefusal.Reason;
import org.mailroom.cases.process.guard.EngineClient.Way;
import org.springframework.beans.factory.annotation.Autowired;

/** What would get around the verbs of a case is refused for everybody, admins included. */
class NeverByHandTests extends GuardedCase {

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @ParameterizedTest
    @EnumSource
    void nobodyEndsAStepWithAnError(Way way) {
        String error = "{\"errorCode\":\"nope\"}";
        String escalation = "{\"escalationCode\":\"nope\"}";

        closed(() -> as(way, OWNER).post(task + "/bpmnError", error));
        closed(() -> as(way, SUPERVISOR).post(task + "/bpmnError", error));
        closed(() -> as(way, ADMIN).post(task + "/bpmnEscalation", escalation));
    }

    @Test
    void theEngineTakesNoErrorFromOutside() {
        for (String person : List.of(OWNER, SUPERVISOR, ADMIN)) {
            refusedByTheEngine(Reason.NO_ERRORS, person, () -> tasks.handleBpmnError(taskId(), "nope"));
            refusedByTheEngine(Reason.NO_ERRORS, person, () -> tasks.handleEscalation(taskId(), "nope"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyMovesTheProcessByHand(Way way) {
        String cancel = "{\"instructions\":[{\"type\":\"cancel\",\"activityId\":\"handleCase\"}]}";
        String message = "{\"messageName\":\"CancelCase\",\"businessKey\":\"" + number + "\"}";

        closed(() -> as(way, SUPERVISOR).post(instance + "/modification", cancel));
        closed(() -> as(way, ADMIN).post(instance + "/modification", cancel));
        closed(() -> as(way, ADMIN).post("/message", message));
        closed(() -> as(way, NOBODY).post("/signal", "{\"name\":\"anything\"}"));
        closed(() -> as(way, SUPERVISOR).post("/execution/" + instanceId() + "/signal", "{}"));
    }

    @Test
    void theEngineMovesNoProcessByHand() {
        String job = management
                .createJobQuery()
                .processInstanceId(instanceId())
                .list()
                .get(0)
                .getId();

        refusedByTheEngine(Reason.NOT_BY_HAND, ADMIN, () -> runtime.createProcessInstanceModification(instanceId())
                .cancelAllForActivity("handleCase")
                .execute());
        refusedByTheEngine(Reason.NOT_BY_HAND, ADMIN, () -> runtime.createMessageCorrelation("CancelCase")
                .processInstanceId(instanceId())
                .correlate());
        refusedByTheEngine(Reason.NOT_BY_HAND, ADMIN, () -> runtime.signal(instanceId()));
        refusedByTheEngine(Reason.NOT_BY_HAND, ADMIN, () -> runtime.signalEventReceived("anything"));
        refusedByTheEngine(Reason.NOT_BY_HAND, ADMIN, () -> management.deleteJob(job));
        refusedByTheEngine(Reason.NOT_BY_HAND, OWNER, () -> tasks.resolveTask(taskId()));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyDeletesTheProcessOfACase(Way way) {
        closed(() -> as(way, ADMIN).delete(instance));
        closed(() ->
                as(way, ADMIN).post("/process-instance/delete", "{\"processInstanceIds\":[\"" + instanceId() + "\"]}"));
        refusedByTheEngine(Reason.CANCEL_INSTEAD, ADMIN, () -> runtime.deleteProcessInstance(instanceId(), "gone"));
        refusedByTheEngine(
                Reason.CANCEL_INSTEAD, ADMIN, () -> runtime.deleteProcessInstancesAsync(List.of(instanceId()), "gone"));
    }

    @ParameterizedTest
    @EnumSource
    void noCandidatesAreAddedOrRemoved(Way way) {
        String links = task + "/identity-links";

        for (String person : List.of(OWNER, SUPERVISOR, ADMIN)) {
            EngineClient client = as(way, person);
            closed(() -> client.post(links, "{\"userId\":\"" + NOBODY + "\",\"type\":\"candidate\"}"));
            closed(() -> client.post(links, "{\"groupId\":\"inbox-finance\",\"type\":\"candidate\"}"));
            closed(() -> client.post(links + "/delete", "{\"groupId\":\"inbox-guarded\",\"type\":\"candidate\"}"));
        }
        closed(() -> as(way, OWNER).post(task + "/delegate", user(COLLEAGUE)));
    }

    @Test
    void theEngineTakesNoCandidatesFromOutside() {
        for (String person : List.of(OWNER, SUPERVISOR, ADMIN)) {
            refusedByTheEngine(Reason.FORWARD_INSTEAD, person, () -> tasks.addCandidateUser(taskId(), NOBODY));
            refusedByTheEngine(
                    Reason.FORWARD_INSTEAD, person, () -> tasks.addCandidateGroup(taskId(), "inbox-finance"));
            refusedByTheEngine(
                    Reason.FORWARD_INSTEAD, person, () -> tasks.deleteCandidateGroup(taskId(), "inbox-guarded"));
            refusedByTheEngine(Reason.FORWARD_INSTEAD, person, () -> tasks.setOwner(taskId(), NOBODY));
            refusedByTheEngine(Reason.FORWARD_INSTEAD, person, () -> tasks.delegateTask(taskId(), COLLEAGUE));
        }
    }

    @ParameterizedTest
    @EnumSource
    void variablesAreSetByTheFormAlone(Way way) {
        String value = "{\"value\":\"forward\",\"type\":\"String\"}";

        for (String person : List.of(OWNER, SUPERVISOR, ADMIN)) {
            EngineClient client = as(way, person);
            closed(() -> client.put(task + "/variables/outcome", value));
            closed(() -> client.put(task + "/localVariables/outcome", value));
            closed(() -> client.post(task + "/variables", "{\"modifications\":{\"x\":" + value + "}}"));
            closed(() -> client.delete(task + "/variables/inbox"));
        }
    }

    @Test
    void theEngineTakesNoVariablesOfATaskFromOutside() {
        for (String person : List.of(OWNER, SUPERVISOR, ADMIN)) {
            refusedByTheEngine(Reason.NO_VARIABLES, person, () -> tasks.setVariable(taskId(), "outcome", "wait"));
            refusedByTheEngine(Reason.NO_VARIABLES, person, () -> tasks.setVariableLocal(taskId(), "x", 1));
            refusedByTheEngine(Reason.NO_VARIABLES, person, () -> tasks.removeVariable(taskId(), "inbox"));
        }
        refusedByTheEngine(
                Reason.NO_VARIABLES,
                ADMIN,
                () -> runtime.setVariablesAsync(List.of(instanceId()), Map.of("outcome", "wait")));
    }

    @ParameterizedTest
    @EnumSource
    void nobodyAddsCommentsFilesOrTasks(Way way) {
        closed(() -> as(way, ADMIN).post(task + "/comment/create", "{\"message\":\"Hello\"}"));
        closed(() -> as(way, ADMIN).post("/task/create", "{\"name\":\"Made by hand\"}"));
        closed(() -> as(way, ADMIN).delete(task));
        assertThat(tasks.createTaskQuery().taskName("Made by hand").count()).isZero();
    }

    @Test
    void theEngineTakesNoCommentsFilesOrTasksFromOutside() {
        refusedByTheEngine(Reason.NOTE_INSTEAD, OWNER, () -> tasks.createComment(taskId(), instanceId(), "Hello"));
        refusedByTheEngine(
                Reason.NOTE_INSTEAD,
                OWNER,
                () -> tasks.createAttachment("link", taskId(), instanceId(), "name", "", "https://example.com"));
        refusedByTheEngine(Reason.NOTE_INSTEAD, NOBODY, () -> tasks.deleteAttachment("any"));
        refusedByTheEngine(Reason.NO_TASKS, ADMIN, () -> tasks.saveTask(tasks.newTask()));
        refusedByTheEngine(Reason.NO_TASKS, ADMIN, () -> tasks.deleteTask(taskId()));
    }
}
