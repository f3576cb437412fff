package org.mailroom.engine.door;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.engine.door.Role.EVERYBODY;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mailroom.access.tokens.ApiTokens;
import org.mailroom.access.tokens.Scope;
import org.mailroom.engine.door.Endpoints.Endpoint;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Every endpoint of the engine with every role: what the door decides is what docs/security-matrix.md says. */
@MailroomTest
class SecurityMatrixTests {

    private static final Path DOCUMENTED = Path.of("docs/security-matrix.md");
    private static final Path GENERATED = Path.of("target/security-matrix.md");

    private static final String SOMEBODY = "somebody";
    private static final String SELF = "self";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private ApiTokens tokens;

    private final DoorList list = new DoorList();

    @Test
    void theMatrixInTheDocumentsIsWhatTheDoorDecides() throws IOException {
        Files.createDirectories(GENERATED.getParent());
        Files.writeString(GENERATED, matrix());

        assertThat(DOCUMENTED)
                .as("Please copy target/security-matrix.md to docs/ and look at what changed")
                .exists()
                .hasSameTextualContentAs(GENERATED);
    }

    @Test
    void everyCallOfTheListIsOneThatTheEngineHas() {
        List<Endpoint> endpoints = Endpoints.all();
        Set<String> undescribed = new TreeSet<>();
        for (DoorRule rule : list.rules()) {
            if (endpoints.stream().noneMatch(endpoint -> rule.isAbout(endpoint.call(SELF), SELF))) {
                rule.lines().filter(line -> !line.contains("/camunda/api/")).forEach(undescribed::add);
            }
        }

        assertThat(undescribed)
                .as("of the engine, but not in its description")
                .containsExactly("GET /case-definition", "GET /case-definition/count");
    }

    @ParameterizedTest
    @EnumSource(names = {"EVERYBODY", "AGENT"})
    void whatTheMatrixRefusesIsRefusedOverHttp(Role role) {
        Crew.addTo(house);
        String person = role == EVERYBODY ? Crew.NOBODY : Crew.AGENT;
        Caller caller = Caller.browser(port, person);

        List<Endpoint> refused = Endpoints.all().stream()
                .filter(endpoint -> !list.admits(endpoint.call(SOMEBODY), with(role), person))
                .toList();

        assertThat(refused).hasSizeGreaterThan(200);
        assertThat(refused).allSatisfy(endpoint -> {
            var answer = caller.call(endpoint.method(), endpoint.filled(SOMEBODY), body(endpoint));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("\"message\":");
        });
    }

    /** The body is empty, and nothing has the id. */
    @Test
    void whatTheMatrixAdmitsIsNoFailureWhenItMakesNoSense() {
        Crew.addTo(house);
        Caller admin = Caller.program(port, Crew.ADMIN);

        List<String> failures = new ArrayList<>();
        for (Endpoint endpoint : Endpoints.all()) {
            if (list.admits(endpoint.call(SOMEBODY), EnumSet.allOf(Role.class), Crew.ADMIN)) {
                var answer = admin.call(endpoint.method(), endpoint.filled(SOMEBODY), body(endpoint));
                if (answer.statusCode() >= 500) {
                    failures.add(endpoint + " " + answer.statusCode() + " " + answer.body());
                }
            }
        }
        assertThat(failures).isEmpty();
    }

    @Test
    void noTokenOpensTheDoorWhateverItsScopes() {
        String token = tokens.make("matrix", Set.of(Scope.values()), "crew-admin", null);
        Caller program = Caller.withToken(port, token);

        assertThat(Stream.of("/version", "/engine", "/task?maxResults=9", "/metrics"))
                .allSatisfy(path -> assertThat(program.get(path).statusCode()).isEqualTo(403));
    }

    private static String body(Endpoint endpoint) {
        return endpoint.method().equals("POST") || endpoint.method().equals("PUT") ? "{}" : "";
    }

    private String matrix() {
        String head = "| call | any login | agent | supervisor | analyst | admin | token | instead |\n"
                + "|---|---|---|---|---|---|---|---|\n";
        return """
                # Who may call what of the engine

                Generated from [calls.txt](../src/main/resources/org/mailroom/engine/door/calls.txt), the list by which the door
                decides, and from the OpenAPI description of Camunda's REST interface. `SecurityMatrixTests` writes it to
                `target/security-matrix.md` and fails if this page differs; copy that file here after a change of the list.

                The same rules hold for `/engine-rest`, for `/engine-rest/engine/default` and for
                `/camunda/api/engine/engine/default`. HEAD and OPTIONS follow GET. A call that is not on this page is refused.
                The engine's own rights hold besides: a list shows only what the caller may see. What a call may bring with it is
                checked too (plain values, fields of the task's form, jobs of a process); see
                [decision 22](decisions/0022-a-door-with-a-list-in-front-of-the-engine.md).

                "any login" is somebody without any group; "agent" is a member of an inbox. "own": only with the caller's own id.

                ## The engine's REST interface

                """
                + head
                + Endpoints.all().stream().map(this::row).collect(joining())
                + "\n## Calls of the web applications that the description does not have\n\n"
                + head
                + list.rules().stream()
                        .flatMap(DoorRule::lines)
                        .filter(line -> line.contains("/camunda/api/") || line.contains("/case-definition"))
                        .sorted()
                        .map(line -> line.split(" "))
                        .map(line -> row(new Endpoint(line[0], line[1])))
                        .collect(joining());
    }

    private String row(Endpoint endpoint) {
        String cells =
                Stream.of(Role.values()).map(role -> cell(endpoint, role)).collect(joining(" | "));
        return "| `%s %s` | %s | – | %s |\n".formatted(endpoint.method(), endpoint.path(), cells, instead(endpoint));
    }

    private String cell(Endpoint endpoint, Role role) {
        if (list.admits(endpoint.call(SOMEBODY), with(role), SELF)) {
            return "yes";
        }
        return list.admits(endpoint.call(SELF), with(role), SELF) ? "own" : "–";
    }

    private String instead(Endpoint endpoint) {
        return list.rules().stream()
                .filter(rule -> rule.sentence() != null && rule.isAbout(endpoint.call(SOMEBODY), SELF))
                .map(DoorRule::sentence)
                .map(ResourceBundle.getBundle("messages", Locale.ROOT)::getString)
                .findFirst()
                .orElse("");
    }

    private static Set<Role> with(Role role) {
        return EnumSet.of(EVERYBODY, role);
    }
}
