package org.mailroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.test.util.ReflectionTestUtils;

/** What somebody who is not logged in leaves behind, and where they can be led. */
@MailroomTest
class StrangerTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private JdbcClient jdbc;

    private Visitor visitor;

    @BeforeEach
    void comeToTheDoor() {
        Staff.addTo(house);
        visitor = new Visitor(port);
        putOurTokensBack();
    }

    /** The first test with MockMvc that sends a token replaces our repository of tokens by its own, for all tests after it. */
    private void putOurTokensBack() {
        house.getBean(FilterChainProxy.class).getFilterChains().stream()
                .filter(chain -> chain.matches(new MockHttpServletRequest("GET", "/login")))
                .flatMap(chain -> chain.getFilters().stream())
                .filter(CsrfFilter.class::isInstance)
                .forEach(filter -> ReflectionTestUtils.setField(filter, "tokenRepository", new CsrfTokens()));
    }

    @Test
    void lookingAtPagesAndFailingToLogInMakesNoSession() {
        int before = sessions();

        for (String path : Set.of(
                "/",
                "/login",
                "/login?error",
                "/cases/DRA-1",
                "/admin/inboxes",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task",
                "/nothing/here",
                "/error")) {
            assertThat(visitor.get(path).headers().allValues("Set-Cookie"))
                    .as(path)
                    .noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        }
        visitor.login("door-unknown-stranger", "wrong");
        visitor.postForm("/login", Map.of("username", Staff.AGENT, "password", Staff.AGENT));

        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void theTokenOfTheLoginFormIsThatOfItsBrowser() {
        String strange = Visitor.tokenIn(new Visitor(port).get("/login"));
        visitor.get("/login");

        var response =
                visitor.postForm("/login", Map.of("username", Staff.AGENT, "password", Staff.AGENT, "_csrf", strange));

        assertThat(response.headers().firstValue("Location")).hasValue("/login?expired");
    }

    @Test
    void theAimOfALoginIsAPageOfOurs() {
        for (String aim : Set.of("//evil.example/", "https://evil.example/", "/\\evil.example/")) {
            var guest = new Visitor(port);
            String token = Visitor.tokenIn(guest.get("/login"));
            String cookie = java.util.Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(aim.getBytes(StandardCharsets.UTF_8));

            var response = guest.postForm(
                    "/login",
                    Map.of("username", Staff.AGENT, "password", Staff.AGENT, "_csrf", token),
                    "Cookie",
                    "mailroom-aim=" + cookie);

            assertThat(response.headers().firstValue("Location"))
                    .hasValueSatisfying(location -> assertThat(location).doesNotContain("evil"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/cases/DRA-1",
                "/camunda",
                "/camunda/app/tasklist/",
                "/camunda/app/tasklist/default/",
                "/camunda/app/welcome/default/",
                "/webjars/camunda/app/tasklist/index.html"
            })
    void noRedirectRepeatsTheNameThatTheRequestBrought(String path) throws Exception {
        assertThat(rawly("GET", path)).contains("Location: /").doesNotContain("evil.example");
    }

    @Test
    void noLinkOfAnInterfaceRepeatsTheNameThatTheRequestBrought() throws Exception {
        String login = "Authorization: " + Visitor.basic(Staff.ADMIN, Staff.ADMIN);

        assertThat(rawly("GET", "/api/openapi", login)).contains("200").doesNotContain("evil.example");
        assertThat(rawly("GET", "/engine-rest/task?maxResults=1", login, "Accept: application/hal+json"))
                .contains("200")
                .doesNotContain("evil.example");
        assertThat(rawly("OPTIONS", "/engine-rest/user", login))
                .contains("\"href\":\"http://localhost:8080/engine-rest/user\"")
                .doesNotContain("evil.example");
    }

    private String rawly(String method, String path, String... headers) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: evil.example\r\nAccept-Language: en\r\n"
                    + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + "Connection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int sessions() {
        return jdbc.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }
}
