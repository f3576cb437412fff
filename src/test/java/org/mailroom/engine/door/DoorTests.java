package org.mailroom.engine.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What the door lets through and what it answers, on both interfaces. */
@MailroomTest
class DoorTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService management;

    @Autowired
    private HistoryService history;

    private String deployment;
    private String instance;
    private String task;

    @BeforeEach
    void aCaseWaitsInTheInbox() {
        Crew.addTo(house);
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "crew-door.bpmn",
                        Bpmn.createExecutableProcess("crew-door")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("work")
                                .camundaCandidateGroups(Crew.INBOX)
                                .camundaFormRef("handleCase")
                                .camundaFormRefBinding("latest")
                                .boundaryEvent("late")
                                .cancelActivity(false)
                                .timerWithDate("2999-01-01T00:00:00")
                                .endEvent()
                                .moveToActivity("work")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        instance = runtime.startProcessInstanceByKey("crew-door").getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @AfterEach
    void clearTheInbox() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void aLoginWithoutAGroupTouchesNothingOfTheEngine() {
        String cleanup = cleanupJob();
        tasks.createComment(task, instance, "between us");

        for (Caller nobody : bothInterfaces(Crew.NOBODY)) {
            assertThat(List.of(
                            nobody.call("PUT", "/job/" + cleanup + "/suspended", "{\"suspended\":true}"),
                            nobody.call("PUT", "/job/" + cleanup + "/duedate", "{\"duedate\":null}"),
                            nobody.call("DELETE", "/job/" + cleanup, ""),
                            nobody.call("POST", "/signal", "{\"name\":\"x\"}"),
                            nobody.call("POST", "/telemetry/configuration", "{\"enableTelemetry\":true}"),
                            nobody.get("/metrics"),
                            nobody.get("/task/" + task + "/comment"),
                            nobody.call("DELETE", "/task/" + task + "/comment", ""),
                            nobody.get("/task/" + task + "/attachment"),
                            nobody.get("/task?maxResults=9"),
                            nobody.get("/identity/groups?userId=" + Crew.ADMIN)))
                    .allSatisfy(DoorTests::assertRefused);
            assertThat(nobody.get("/user/" + Crew.NOBODY + "/profile").statusCode())
                    .isEqualTo(200);
        }
        assertThat(management.createJobQuery().jobId(cleanup).active().count()).isOne();
        assertThat(tasks.getTaskComments(task)).hasSize(1);
    }

    @Test
    void notEvenAnAdminChangesAJobOfTheEngineItself() {
        String cleanup = cleanupJob();

        for (Caller admin : bothInterfaces(Crew.ADMIN)) {
            var refused = admin.call("PUT", "/job/" + cleanup + "/suspended", "{\"suspended\":true}");
            assertRefused(refused);
            assertThat(refused.body()).contains("This job belongs to the engine itself");
        }
        assertThat(management.createJobQuery().jobId(cleanup).active().count()).isOne();
    }

    @Test
    void anAdminMovesTheTimerOfACase() {
        String timer = management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();

        for (Caller admin : bothInterfaces(Crew.ADMIN)) {
            assertThat(admin.call("PUT", "/job/" + timer + "/retries", "{\"retries\":2}")
                            .statusCode())
                    .isEqualTo(204);
            assertThat(admin.call("PUT", "/job/" + timer + "/duedate", "{\"duedate\":\"2998-01-01T00:00:00.000+0000\"}")
                            .statusCode())
                    .isEqualTo(204);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /process-instance/INSTANCE, Please cancel the case on its page",
        "POST, /process-instance/INSTANCE/modification, put it back to a step",
        "DELETE, /deployment/DEPLOYMENT?cascade=true, Please deploy a corrected version",
        "POST, /task/TASK/bpmnError, Please choose how the case goes on",
        "POST, /task/TASK/comment/create, Please add a note",
    })
    void notEvenAnAdminLosesACaseAndEachIsToldWhatToDo(String method, String path, String sentence) {
        for (Caller admin : bothInterfaces(Crew.ADMIN)) {
            var refused = admin.call(
                    method,
                    path.replace("INSTANCE", instance)
                            .replace("DEPLOYMENT", deployment)
                            .replace("TASK", task),
                    "{}");
            assertRefused(refused);
            assertThat(refused.body()).contains(sentence);
        }
        assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();
    }

    @Test
    void aRefusalIsAProblemThatTheWebApplicationsCanShowTooInTheLanguageOfWhoeverAsked() {
        var refused = Caller.program(port, Crew.AGENT).get("/metrics");

        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body())
                .contains("\"type\":\"about:blank\"")
                .contains("\"title\":\"Forbidden\"")
                .contains("\"status\":403")
                .contains("\"detail\":\"You may not do this here.")
                .contains("\"message\":\"You may not do this here.");
    }

    @Test
    void headAndOptionsFollowGet() {
        for (Caller agent : bothInterfaces(Crew.AGENT)) {
            assertThat(agent.call("HEAD", "/task/" + task, "").statusCode()).isEqualTo(200);
            assertThat(agent.call("OPTIONS", "/filter", "").statusCode()).isEqualTo(200);
            assertThat(agent.call("HEAD", "/metrics", "").statusCode()).isEqualTo(403);
            assertThat(agent.call("OPTIONS", "/telemetry/configuration", "").statusCode())
                    .isEqualTo(403);
            assertThat(agent.call("OPTIONS", "/task/" + task + "/bpmnError", "").statusCode())
                    .isEqualTo(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/metrics",
                "/engine-rest/metrics/",
                "/engine-rest/engine/default/metrics",
                "/engine-rest/engine/other/metrics",
                "/engine-rest//metrics",
                "/engine-rest/metrics;x=y",
                "/engine-rest;x=y/metrics",
                "/engine-rest/./metrics",
                "/engine-rest/task/../metrics",
                "/engine-rest/task/%2e%2e/metrics",
                "/engine-rest/task/%2E%2E/metrics",
                "/engine-rest/task%2f..%2fmetrics",
                "/engine-rest/task%2F..%2Fmetrics",
                "/engine-rest/task/..;/metrics",
                "/engine-rest/%6detrics",
                "/engine-rest/%6Detrics",
                "/%65ngine-rest/metrics",
                "/engine%2drest/metrics",
                "/engine-rest/%256detrics",
                "/engine-rest/metrics%00",
                "/engine-rest/metrics%0a",
                "/engine-rest/metrics%20",
                "/engine-rest/metrics%zz",
                "/engine-rest/metrics?x=%00",
                "/engine-rest/metrics?x=%zz",
                "/engine-rest/METRICS",
                "/Engine-Rest/metrics",
                "/engine-rest\\metrics",
                "/engine-rest/metrics#",
                "/engine-rest/metrics.json",
                "/engine-rest/m\u00e9trics",
                "/engine-rest/%ff%fe",
                "/engine-rest",
                "/engine-rest/",
                "/camunda/api/engine/engine/default/metrics",
                "/camunda/api/engine/engine/default/metrics/",
                "/camunda/api/engine/engine/other/metrics",
                "/camunda/api/engine/engine/default/engine/default/metrics",
                "/camunda/api/engine/metrics",
                "/camunda/api/engine//engine/default/metrics",
                "/camunda/api/engine/engine/default;x=y/metrics",
                "/camunda/api/%65ngine/engine/default/metrics",
                "/camunda/api/engine/engine/default/%6detrics",
                "/camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated",
                "/camunda/api/admin/plugin/adminPlugins/static/../default/metrics/aggregated",
                "/camunda/api/admin/plugin/adminPlugins/static/%2e%2e/default/metrics/aggregated"
            })
    void noWayOfWritingThePathGetsPastTheDoor(String path) throws IOException {
        for (String method : List.of("GET", "HEAD", "OPTIONS", "POST")) {
            assertThat(rawStatus(method, path)).as(method + " " + path).isBetween(300, 499);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/task/%00", "/task?nameLike=%00", "/task/x%0ay"})
    void aCharacterThatNoTextHasIsRefusedAndNoError(String path) throws IOException {
        assertThat(rawStatus("GET", "/engine-rest" + path)).isEqualTo(400);
    }

    @Test
    void whoeverCompletesATaskSetsTheFieldsOfItsFormAndNoOthers() {
        for (Caller agent : bothInterfaces(Crew.AGENT)) {
            assertThat(List.of(
                            agent.call("POST", "/task/" + task + "/complete", variable("inbox", "\"finance\"")),
                            agent.call("POST", "/task/" + task + "/submit-form", variable("inbox", "\"finance\"")),
                            agent.call("POST", "/task/" + task + "/submit-form", variable("outcome", "\"vanish\""))))
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                    .allSatisfy(answer -> assertThat(answer.body()).contains("\"message\":\"The f"));
        }
        assertThat(tasks.createTaskQuery().taskId(task).count()).isOne();

        tasks.claim(task, Crew.AGENT);
        var done = Caller.browser(port, Crew.AGENT)
                .call(
                        "POST",
                        "/task/" + task + "/submit-form",
                        "{\"variables\":{\"outcome\":{\"value\":\"complete\"},\"waitUntil\":{\"value\":null}}}");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /task/nonsense/complete",
        "POST, /task/nonsense/claim",
        "PUT, /task/nonsense",
        "PUT, /job/nonsense/retries",
        "PUT, /job-definition/nonsense/retries",
        "PUT, /process-instance/nonsense/suspended",
        "PUT, /execution/nonsense/localVariables/x"
    })
    void aChangeOfSomethingThatIsNotThereIsNoFailure(String method, String path) {
        for (Caller admin : bothInterfaces(Crew.ADMIN)) {
            assertThat(admin.call(method, path, "{}").statusCode()).isEqualTo(404);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT  | /task/TASK",
                "POST | /task/TASK/assignee",
                "POST | /process-instance/INSTANCE/variables",
                "PUT  | /process-instance/INSTANCE/variables/x",
                "PUT  | /process-instance/INSTANCE/suspended",
                "POST | /execution/INSTANCE/localVariables",
                "PUT  | /execution/INSTANCE/localVariables/x",
                "PUT  | /job/JOB/retries",
                "PUT  | /job/JOB/duedate",
                "POST | /job/JOB/duedate/recalculate",
                "PUT  | /job/JOB/suspended",
                "POST | /task/TASK/submit-form"
            })
    void aBodyThatLacksOrEmptiesWhatTheCallNeedsIsNoFailure(String method, String path) {
        String job = management
                .createJobQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        String there = path.replace("TASK", task).replace("INSTANCE", instance).replace("JOB", job);
        Caller admin = Caller.program(port, Crew.ADMIN);

        assertThat(List.of(
                        "{\"modifications\":{\"x\":null}}",
                        "{\"variables\":{\"x\":null}}",
                        "{\"variables\":[1]}",
                        "[]",
                        "7",
                        "",
                        "{}"))
                .allSatisfy(body -> assertThat(admin.call(method, there, body).statusCode())
                        .as(body)
                        .isLessThan(500));
    }

    /** Sent as it is written: a client of the JDK would put most of these paths right. */
    private int rawStatus(String method, String path) throws IOException {
        try (Socket line = new Socket("localhost", port)) {
            String login = Base64.getEncoder()
                    .encodeToString((Crew.AGENT + ":" + Crew.AGENT).getBytes(StandardCharsets.UTF_8));
            String request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic " + login
                    + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
            line.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var answer = new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8));
            return Integer.parseInt(answer.readLine().split(" ")[1]);
        }
    }

    private String cleanupJob() {
        return history.findHistoryCleanupJobs().get(0).getId();
    }

    private List<Caller> bothInterfaces(String person) {
        return List.of(Caller.program(port, person), Caller.browser(port, person));
    }

    private static String variable(String name, String value) {
        return "{\"variables\":{\"" + name + "\":{\"value\":" + value + "}}}";
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri().getPath()).isEqualTo(403);
        assertThat(answer.body()).contains("\"message\":");
    }
}
