package org.mailroom.engine.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** No caller has the engine make an object of a class: not of a value they send, and not of one that is stored already. */
@MailroomTest
class ObjectShieldTests {

    private static final String OBJECT =
            "{\"type\":\"Object\",\"value\":\"%s\",\"valueInfo\":{\"objectTypeName\":\"%s\","
                    + "\"serializationDataFormat\":\"application/json\"}}";

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
    private FilterService filters;

    @TempDir
    Path folder;

    private final AtomicInteger fetched = new AtomicInteger();
    private HttpServer victim;
    private String deployment;
    private String instance;
    private String task;

    @BeforeEach
    void aCaseWaitsInTheInbox() throws IOException {
        Crew.addTo(house);
        victim = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        victim.createContext("/", exchange -> {
            fetched.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
        });
        victim.start();
        deployment = repository
                .createDeployment()
                .addModelInstance(
                        "crew-case.bpmn",
                        Bpmn.createExecutableProcess("crew-case")
                                .camundaHistoryTimeToLive(1)
                                .startEvent()
                                .userTask("work")
                                .camundaCandidateGroups(Crew.INBOX)
                                .camundaFormRef("handleCase")
                                .camundaFormRefBinding("latest")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        instance = runtime.startProcessInstanceByKey("crew-case").getId();
        task = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @AfterEach
    void clearTheInbox() {
        victim.stop(0);
        repository.deleteDeployment(deployment, true);
    }

    static Stream<Arguments> classes() {
        return Stream.of(
                Arguments.of("org.springframework.core.io.UrlResource", "\\\"http://127.0.0.1:VICTIM/x\\\""),
                Arguments.of("org.springframework.core.io.FileUrlResource", "\\\"FILE\\\""),
                Arguments.of(
                        "org.springframework.jdbc.datasource.DriverManagerDataSource",
                        "{\\\"url\\\":\\\"jdbc:postgresql://127.0.0.1:VICTIM/x\\\"}"),
                Arguments.of(
                        "org.springframework.jndi.JndiObjectFactoryBean",
                        "{\\\"jndiName\\\":\\\"ldap://127.0.0.1:VICTIM/x\\\"}"));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void aValueOfAClassIsRefusedWhereverItIsPut(String type, String value) throws IOException {
        Path precious = Files.writeString(folder.resolve("precious.txt"), "precious");
        String object = OBJECT.formatted(
                value.replace("VICTIM", "" + victim.getAddress().getPort())
                        .replace("FILE", precious.toUri().toString()),
                type);

        for (Caller caller : bothInterfaces(Crew.ADMIN)) {
            assertThat(everyPlaceFor(object)).allSatisfy(place -> assertRefused(place.apply(caller)));
            assertThat(caller.get("/task/" + task + "/variables?deserializeValues=true")
                            .body())
                    .doesNotContain(type);
        }
        assertThat(runtime.getVariables(instance)).isEmpty();
        assertThat(fetched).hasValue(0);
        assertThat(precious).hasContent("precious");
    }

    @Test
    void anAgentPutsNoObjectIntoTheCase() {
        String object = OBJECT.formatted("\\\"http://127.0.0.1/x\\\"", "org.springframework.core.io.UrlResource");

        for (Caller caller : bothInterfaces(Crew.AGENT)) {
            assertThat(everyPlaceFor(object)).allSatisfy(place -> assertRefused(place.apply(caller)));
        }
        assertThat(runtime.getVariables(instance)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Object", "object", "OBJECT", "File", "Bytes", "Xml", "Json", "json"})
    void aValueThatIsNotPlainIsRefusedWithASentence(String type) {
        var refused = Caller.program(port, Crew.ADMIN)
                .call(
                        "PUT",
                        "/process-instance/" + instance + "/variables/x",
                        "{\"type\":\"" + type + "\",\"value\":\"1\"}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body())
                .contains("\"message\":\"Values of type " + type + " are not accepted here.")
                .contains("\"status\":400");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":{\"a\":1}}",
                "{\"value\":[1]}",
                "{\"value\":\"x\",\"type\":\"String\",\"type\":\"Object\"}",
                "{\"value\":\"x\",\"valueInfo\":{\"objectTypeName\":\"java.net.URL\"}}",
                "{\"value\":\"x\",\"type\":\"Spin\"}",
                "{\"value\":\"a\\u0000b\"}",
                "{\"value\":1}{\"value\":2}",
                "{\"value\":",
                "nothing"
            })
    void aBodyThatHidesSomethingOrCannotBeReadIsRefused(String body) {
        var refused =
                Caller.program(port, Crew.ADMIN).call("PUT", "/process-instance/" + instance + "/variables/x", body);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(runtime.getVariables(instance)).isEmpty();
    }

    @Test
    void aBodyOfAnotherKindOrTooLargeIsRefused() {
        var program = Caller.program(port, Crew.ADMIN);
        String variable = "/process-instance/" + instance + "/variables/x";

        assertThat(program.call("PUT", variable, "text/plain", "{\"value\":1}").statusCode())
                .isEqualTo(415);
        assertThat(program.call("PUT", variable, "no type", "{\"value\":1}").statusCode())
                .isEqualTo(415);
        assertThat(program.call("PUT", variable, "{\"value\":\"" + "x".repeat(4001) + "\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(program.call("PUT", variable, "{\"value\":\"" + "x".repeat(Bodies.LARGEST) + "\"}")
                        .statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"String\",\"value\":\"text\"}",
                "{\"type\":\"Integer\",\"value\":7,\"valueInfo\":{}}",
                "{\"type\":\"Boolean\",\"value\":true,\"valueInfo\":null}",
                "{\"type\":\"Date\",\"value\":\"2026-01-01T00:00:00.000+0000\"}",
                "{\"type\":\"Null\",\"value\":null}",
                "{\"value\":\"text\"}"
            })
    void aPlainValueIsTaken(String body) {
        assertThat(bothInterfaces(Crew.ADMIN)).allSatisfy(caller -> assertThat(
                        caller.call("PUT", "/process-instance/" + instance + "/variables/x", body)
                                .statusCode())
                .isEqualTo(204));
        assertThat(runtime.getVariables(instance)).containsKey("x");
    }

    @Test
    void anObjectThatIsStoredAlreadyIsShownAsItWasStored() {
        runtime.setVariable(instance, "old", stored("org.springframework.core.io.UrlResource"));

        for (Caller caller : bothInterfaces(Crew.ADMIN)) {
            assertThat(Stream.of(
                            "/process-instance/" + instance + "/variables",
                            "/process-instance/" + instance + "/variables?deserializeValues=true",
                            "/process-instance/" + instance + "/variables/old?deserializeValue=true",
                            "/task/" + task + "/form-variables?deserializeValues=true",
                            "/variable-instance?processInstanceIdIn=" + instance
                                    + "&maxResults=9&deserializeValues=true"))
                    .map(caller::get)
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200))
                    .allSatisfy(answer -> assertThat(answer.body()).contains("/stored"));
        }
        assertThat(fetched).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.springframework.core.io.UrlResource", "java.lang.ProcessBuilder", "java.net.URL"})
    void theEngineItselfMakesNoObjectOfAClassThatIsNotPlain(String type) {
        runtime.setVariable(instance, "old", stored(type));

        assertThatThrownBy(() -> runtime.getVariable(instance, "old"))
                .isInstanceOf(ProcessEngineException.class)
                .hasStackTraceContaining("not whitelisted");
        assertThat(fetched).hasValue(0);
    }

    @Test
    void aModelMayStillKeepAListOfPlainValues() {
        runtime.setVariable(instance, "array", new ArrayList<>(List.of(1, 2)));

        assertThat(runtime.getVariable(instance, "array")).isEqualTo(List.of(1, 2));
    }

    private Object stored(String type) {
        return Variables.serializedObjectValue(
                        "\"http://127.0.0.1:" + victim.getAddress().getPort() + "/stored\"")
                .objectTypeName(type)
                .serializationDataFormat("application/json")
                .create();
    }

    private List<Caller> bothInterfaces(String person) {
        return List.of(Caller.program(port, person), Caller.browser(port, person));
    }

    private static void assertRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri().getPath()).isIn(400, 403, 415);
        assertThat(answer.body()).contains("\"message\":");
    }

    /** Every call by which a value gets into the engine. */
    private List<Call> everyPlaceFor(String object) {
        String named = "{\"variables\":{\"x\":" + object + "}}";
        String modified = "{\"modifications\":{\"x\":" + object + "}}";
        String query = "{\"processVariables\":[{\"name\":\"x\",\"operator\":\"eq\",\"value\":" + object + "}]}";
        String deep = "{\"orQueries\":[" + query + "]}";
        return List.of(
                call("PUT", "/task/" + task + "/variables/x", object),
                call("PUT", "/task/" + task + "/localVariables/x", object),
                call("POST", "/task/" + task + "/variables", modified),
                call("POST", "/task/" + task + "/localVariables", modified),
                call("POST", "/task/" + task + "/complete", named),
                call("POST", "/task/" + task + "/submit-form", named),
                call("POST", "/task/" + task + "/resolve", named),
                call("POST", "/task/" + task + "/bpmnError", named),
                call("POST", "/task", query),
                call("POST", "/task/count", deep),
                call("PUT", "/process-instance/" + instance + "/variables/x", object),
                call("POST", "/process-instance/" + instance + "/variables", modified),
                call("POST", "/process-instance/variables-async", named),
                call("POST", "/process-instance", "{\"variables\":[{\"name\":\"x\",\"value\":" + object + "}]}"),
                call(
                        "POST",
                        "/process-instance/" + instance + "/modification",
                        "{\"instructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"work\",\"variables\":{\"x\":"
                                + object + "}}]}"),
                call("PUT", "/execution/" + instance + "/localVariables/x", object),
                call("POST", "/execution/" + instance + "/signal", named),
                call("POST", "/process-definition/key/crew-case/start", named),
                call("POST", "/process-definition/key/crew-case/submit-form", named),
                call("POST", "/decision-definition/key/routing/evaluate", named),
                call("POST", "/message", "{\"messageName\":\"x\",\"processVariables\":{\"x\":" + object + "}}"),
                call("POST", "/message", "{\"messageName\":\"x\",\"correlationKeys\":{\"x\":" + object + "}}"),
                call("POST", "/signal", "{\"name\":\"x\",\"variables\":{\"x\":" + object + "}}"),
                call("POST", "/condition", named),
                call("POST", "/filter/create", "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":" + deep + "}"),
                call("POST", "/filter/" + anyFilter() + "/list", query),
                call("POST", "/filter/" + anyFilter() + "/count", deep),
                upload("/task/" + task + "/variables/x/data"),
                upload("/process-instance/" + instance + "/variables/x/data"),
                upload("/execution/" + instance + "/localVariables/x/data"));
    }

    private String anyFilter() {
        return filters.createTaskFilterQuery()
                .filterName("My cases")
                .list()
                .get(0)
                .getId();
    }

    private static Call call(String method, String path, String body) {
        return caller -> caller.call(method, path, body);
    }

    private static Call upload(String path) {
        String form =
                "--line\r\nContent-Disposition: form-data; name=\"data\"\r\nContent-Type: application/json\r\n\r\n"
                        + "\"x\"\r\n--line\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\n"
                        + "org.springframework.core.io.UrlResource\r\n--line--\r\n";
        return caller -> caller.call("POST", path, "multipart/form-data; boundary=line", form);
    }

    private interface Call {
        HttpResponse<String> apply(Caller caller);
    }
}
