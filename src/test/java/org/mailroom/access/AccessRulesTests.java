package org.mailroom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.access.Visitor.basic;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@MailroomTest
class AccessRulesTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    private Visitor visitor;

    @BeforeEach
    void comeToTheDoor() {
        Staff.addTo(house);
        visitor = new Visitor(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/door.css", "/actuator/health"})
    void strangersSeeTheLoginAndWhetherTheHouseStands(String path) {
        assertThat(visitor.get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void strangersAreNotToldWhatTheHouseIsMadeOf() {
        assertThat(visitor.get("/actuator/health").body())
                .contains("\"status\":\"UP\"")
                .doesNotContain("components", "details");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/cases/SUP-1",
                "/admin/escalation",
                "/error",
                "/nothing/here",
                "/webjars/camunda/app/tasklist/index.html",
                "/camunda",
                "/camunda/app/tasklist/default/",
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/lib/globalize.js"
            })
    void strangersAreSentToTheLoginFromEveryPage(String path) {
        var response = visitor.get(path);

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("Location").orElseThrow()).endsWith("/login");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task",
                "/engine-rest/engine",
                "/engine-rest/engine/default/task",
                "/engine-rest/version",
                "/engine-rest",
                "/api/mail",
                "/actuator",
                "/actuator/prometheus",
                "/actuator/info",
                "/actuator/env",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/auth/user/default"
            })
    void strangersAreTurnedAwayFromEveryInterface(String path) {
        assertThat(visitor.get(path).statusCode()).isEqualTo(401);
        assertThat(visitor.post(path, "application/json", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void aProgramIsAskedForALoginAndABrowserIsNot() {
        assertThat(visitor.get("/engine-rest/task").headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Basic realm=\"Mailroom\""));
        assertThat(visitor.get("/engine-rest/task", "Sec-Fetch-Site", "same-origin")
                        .headers()
                        .firstValue("WWW-Authenticate"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "door-agent,      /camunda/app/tasklist/default/",
    })
    void theFrontPageLeadsWhoMayUseOneThingOnlyToThatThing(String person, String place) {
        visitor.login(person, person);

        assertThat(visitor.get("/").headers().firstValue("Location").orElseThrow())
                .endsWith(place);
    }

    @Test
    void theFrontPageListsWhatEachMayUseAndNothingElse() {
        assertThat(placesOf(Staff.SUPERVISOR)).containsExactly("tasklist", "cockpit", "/stuck");
        assertThat(placesOf(Staff.ANALYST)).containsExactly("cockpit", "/models");
        assertThat(placesOf(Staff.ADMIN))
                .containsExactly(
                        "tasklist",
                        "cockpit",
                        "/stuck",
                        "/admin/inboxes",
                        "/admin/escalation",
                        "/admin/received-mails",
                        "/admin/outbox",
                        "/admin/form-profiles",
                        "/models",
                        "/admin/tokens",
                        "admin");
        assertThat(placesOf(Staff.NOBODY)).isEmpty();
    }

    @Test
    void everyPlaceOnTheFrontPageIsOpenToWhomItIsOfferedAndHasAName() {
        for (String person : List.of(Staff.SUPERVISOR, Staff.ADMIN)) {
            visitor.login(person, person);
            String page = visitor.get("/").body();

            assertThat(linksIn(page))
                    .allSatisfy(
                            path -> assertThat(visitor.get(path).statusCode()).isEqualTo(200));
            assertThat(page).doesNotContain("??");
            visitor = new Visitor(port);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "HEAD,    /api/received-mails/4/raw,   403",
        "OPTIONS, /api/received-mails/4/raw,   403",
        "HEAD,    /api/received-mails,         403",
        "OPTIONS, /api/outgoing-mails/1,       403",
        "PUT,     /api/received-mails/4,       403",
        "PATCH,   /api/outgoing-mails/4,       403",
        "GET,     /api/nothing/here,           403",
    })
    void whatNoRuleOpensIsClosedWhateverTheMethod(String method, String path, int status) {
        String login = basic(Staff.AGENT, Staff.AGENT);

        assertThat(visitor.ask(method, path, "", "Authorization", login).statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cases/ABCDEFGHIJABCDEFGHIJABCDEFGHIJABCDEFGHIJX",
                "/cases/%20",
                "/cases/SUP-99999999999999999999999999",
                "/cases/%F0%9F%98%80/version",
                "/cases/ABCDEFGHIJABCDEFGHIJABCDEFGHIJABCDEFGHIJX/mails/1/html"
            })
    void whatCannotBeACaseNumberIsNoCase(String path) {
        visitor.login(Staff.SUPERVISOR, Staff.SUPERVISOR);

        assertThat(visitor.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aBrowserThatAsksForAnIconGetsOne() {
        var icon = visitor.get("/favicon.ico");

        assertThat(icon.statusCode()).isEqualTo(200);
        assertThat(icon.headers().firstValue("Content-Type").orElseThrow()).startsWith("image/");
    }

    @ParameterizedTest
    @CsvSource({
        "door-agent,      /camunda/app/tasklist/default/,              200",
        "door-agent,      /camunda/api/engine/engine/default/task?maxResults=9, 200",
        "door-agent,      /camunda/app/cockpit/default/,               403",
        "door-agent,      /camunda/app/admin/default/,                 403",
        "door-agent,      /engine-rest/task?maxResults=9,              200",
        "door-agent,      /admin/escalation,                           403",
        "door-agent,      /actuator,                                   403",
        "door-agent,      /actuator/env,                               403",
        "door-agent,      /nothing/here,                               404",
        "door-supervisor, /camunda/app/tasklist/default/,              200",
        "door-supervisor, /camunda/app/cockpit/default/,               200",
        "door-supervisor, /engine-rest/process-definition?maxResults=9, 200",
        "door-supervisor, /admin/escalation,                           403",
        "door-supervisor, /actuator,                                   403",
        "door-analyst,    /camunda/app/cockpit/default/,               200",
        "door-analyst,    /engine-rest/deployment?maxResults=9,        200",
        "door-analyst,    /admin/escalation,                           403",
        "door-analyst,    /actuator,                                   403",
        "door-admin,      /camunda/app/admin/default/,                 200",
        "door-admin,      /camunda/app/cockpit/default/,               200",
        "door-admin,      /engine-rest/user?maxResults=9,              200",
        "door-admin,      /actuator,                                   200",
        "door-admin,      /admin/nothing/here,                         404",
    })
    void oneLoginServesPagesWebappsAndInterfaces(String person, String path, int status) {
        visitor.login(person, person);

        assertThat(visitor.get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void aProgramLogsInWithEachRequestAndGetsNoCookie() {
        var response = visitor.get("/engine-rest/task?maxResults=9", "Authorization", basic(Staff.AGENT, Staff.AGENT));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(visitor.get("/engine-rest/task?maxResults=9").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/admin/escalation", "/camunda/app/tasklist/default/"})
    void aPageTakesNoLoginByBasic(String path) {
        assertThat(visitor.get(path, "Authorization", basic(Staff.ADMIN, Staff.ADMIN))
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void nobodySeesTheFirstRunPageOfTheEngine() {
        String setup = "/camunda/api/admin/setup/default/user/create";
        String body = "{\"profile\":{\"id\":\"door-intruder\"},\"credentials\":{\"password\":\"x\"}}";

        assertThat(visitor.post(setup, "application/json", body).statusCode()).isEqualTo(404);
        assertThat(visitor.post("/camunda/api/admin/%73etup/default/user/create", "application/json", body)
                        .statusCode())
                .isEqualTo(404);
        visitor.login(Staff.ADMIN, Staff.ADMIN);
        assertThat(visitor.post(setup, "application/json", body).statusCode()).isEqualTo(404);
    }

    private List<String> placesOf(String person) {
        var guest = new Visitor(port);
        guest.login(person, person);
        return linksIn(guest.get("/").body()).stream()
                .map(path -> path.replaceAll("/camunda/app/([a-z]+)/default/", "$1"))
                .toList();
    }

    private static List<String> linksIn(String page) {
        String list = page.substring(page.indexOf("<ul class=\"places\">"), page.indexOf("</ul>"));
        return Pattern.compile("href=\"([^\"]+)\"")
                .matcher(list)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
