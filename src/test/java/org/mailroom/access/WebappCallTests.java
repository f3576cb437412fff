package org.mailroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What the engine's web applications send and get. */
@MailroomTest
class WebappCallTests {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String TASKS = "/camunda/api/engine/engine/default/task?maxResults=9";
    private static final String LOGOUT = "/camunda/api/admin/auth/user/default/logout";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    private Visitor visitor;

    @BeforeEach
    void logIn() {
        Staff.addTo(house);
        visitor = new Visitor(port);
        visitor.login(Staff.AGENT, Staff.AGENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {TASKS, LOGOUT})
    void aChangeWithoutTheTokenIsRefusedAndEndsNoSession(String path) {
        visitor.get(TASKLIST);

        assertThat(visitor.post(path, "application/json", "{}").statusCode()).isEqualTo(403);
        assertThat(visitor.post(path, "application/json", "{}", "X-XSRF-TOKEN", "made up")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(200);
    }

    @Test
    void aChangeBeforeAnyPageWasSeenIsRefusedToo() {
        assertThat(visitor.post(TASKS, "application/json", "{}", "X-XSRF-TOKEN", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(200);
    }

    @Test
    void aChangeWithTheTokenPasses() {
        String token =
                visitor.get(TASKLIST).headers().firstValue("X-XSRF-TOKEN").orElseThrow();

        assertThat(visitor.post(TASKS, "application/json", "{}", "X-XSRF-TOKEN", token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(visitor.postForm(LOGOUT, Map.of(), "X-XSRF-TOKEN", token).statusCode())
                .isEqualTo(200);
        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        TASKLIST + ", no-store",
        TASKS + ", no-store",
        "/camunda/api/admin/auth/user/default, no-store",
    })
    void whatIsSaidOfCasesIsKeptNowhere(String path, String expected) {
        assertThat(visitor.get(path).headers().allValues("Cache-Control")).containsExactly(expected);
    }

    @Test
    void scriptsAndPicturesMayBeKept() {
        var style = visitor.get("/camunda/app/tasklist/camunda-tasklist-bootstrap.css");

        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().allValues("Cache-Control")).doesNotContain("no-store");
    }

    @Test
    void theCookieOfTheTokenIsSecureBehindTlsAndOnlyThere() {
        assertThat(tokenCookie(visitor.get(TASKLIST))).doesNotContain("Secure");

        var behindTls = new Visitor(port);
        String form = Visitor.tokenIn(behindTls.get("/login"));
        behindTls.postForm("/login", Map.of("username", Staff.AGENT, "password", Staff.AGENT, "_csrf", form));
        assertThat(tokenCookie(behindTls.get(TASKLIST, "X-Forwarded-Proto", "https")))
                .containsOnlyOnce("; Secure");
    }

    private static String tokenCookie(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow();
    }
}
