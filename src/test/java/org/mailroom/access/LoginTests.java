package org.mailroom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.access.Visitor.basic;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class LoginTests {

    private static final String REST = "/engine-rest/engine";

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
    }

    @AfterEach
    void letTheClockRun() {
        ClockUtil.reset();
        jdbc.sql("delete from login_try where tried like '%192.0.2.1%'").update();
    }

    @Test
    void afterTheLoginOneLandsWhereOneWantedToGo() {
        visitor.get("/cases/DRA-1?tab=mail");

        assertThat(locationOf(visitor.login(Staff.AGENT, Staff.AGENT))).contains("/cases/DRA-1?tab=mail");
    }

    @Test
    void afterTheLoginWithoutAnAimOneLandsOnTheFrontPage() {
        assertThat(locationOf(visitor.login(Staff.AGENT, Staff.AGENT))).isEqualTo("/");
    }

    @Test
    void whoIsLoggedInIsSentOnFromTheLoginPage() {
        visitor.login(Staff.AGENT, Staff.AGENT);

        assertThat(locationOf(visitor.get("/login"))).isEqualTo("/");
    }

    @Test
    void aWrongPasswordIsToldWithoutSayingWhatWasWrong() {
        var wrong = visitor.login("door-unknown", "x");

        assertThat(locationOf(wrong)).endsWith("/login?error");
        assertThat(visitor.get("/login?error").body()).contains("The name or the password is wrong.");
        assertThat(visitor.get("/login?error", "Accept-Language", "de").body())
                .contains("Der Name oder das Passwort ist falsch.");
    }

    @Test
    void anImpossibleNameIsAWrongNameAndNoError() {
        assertThat(locationOf(visitor.login("door\0agent", "x"))).endsWith("/login?error");
        assertThat(locationOf(visitor.login("x".repeat(10_000), "x"))).endsWith("/login?error");
    }

    @Test
    void afterTooManyWrongTriesThePageSaysHowLongToWait() {
        Staff.add(house, "door-hasty");
        for (int attempt = 0; attempt < 4; attempt++) {
            assertThat(locationOf(loginFrom("192.0.2.11", "door-hasty", "wrong")))
                    .isEqualTo("/login?error");
        }

        assertThat(locationOf(loginFrom("192.0.2.11", "door-hasty", "door-hasty")))
                .isEqualTo("/login?wait=5");
        assertThat(visitor.get("/login?wait=5").body()).contains("Please wait 5 seconds");
        assertThat(visitor.get("/login?wait=61", "Accept-Language", "de").body())
                .contains("Bitte 2 Minuten warten");
        assertThat(visitor.get("/login?wait=%3Cb%3E").body()).doesNotContain("Please wait");

        later(Duration.ofSeconds(6));
        assertThat(locationOf(loginFrom("192.0.2.11", "door-hasty", "door-hasty")))
                .isEqualTo("/");
    }

    @Test
    void thePauseHoldsForProgramsToo() {
        Staff.add(house, "door-guessed");
        for (int attempt = 0; attempt < 4; attempt++) {
            assertThat(restFrom("192.0.2.12", basic("door-guessed", "guess " + attempt))
                            .statusCode())
                    .isEqualTo(401);
        }

        var paused = restFrom("192.0.2.12", basic("door-guessed", "door-guessed"));
        assertThat(paused.statusCode()).isEqualTo(429);
        assertThat(paused.headers().firstValue("Retry-After")).isPresent();
        assertThat(paused.body()).contains("too many wrong tries");
        assertThat(restFrom("192.0.2.13", basic("door-guessed", "door-guessed")).statusCode())
                .isEqualTo(200);

        later(Duration.ofDays(365));
        assertThat(restFrom("192.0.2.12", basic("door-guessed", "door-guessed")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void guessedTokensMakeTheirAddressWait() {
        for (int attempt = 0; attempt <= 30; attempt++) {
            assertThat(restFrom("192.0.2.14", "Bearer mailroom_guess").statusCode())
                    .isEqualTo(401);
        }

        assertThat(restFrom("192.0.2.14", "Bearer mailroom_guess").statusCode()).isEqualTo(429);
        assertThat(restFrom("192.0.2.14", basic("door-unseen", "x")).statusCode())
                .isEqualTo(429);
    }

    @Test
    void theLoginGivesANewSessionSoThatNobodyCanPrepareOne() {
        String before = sessionIn(visitor.login(Staff.NEIGHBOUR, Staff.NEIGHBOUR));
        String token = Visitor.tokenIn(visitor.get("/admin/escalation"));
        String after = sessionIn(
                visitor.postForm("/login", Map.of("username", Staff.AGENT, "password", Staff.AGENT, "_csrf", token)));

        assertThat(after).isNotEqualTo(before);
        var thief = new Visitor(port);
        assertThat(thief.get("/nothing/here", "Cookie", "JSESSIONID=" + before).statusCode())
                .isEqualTo(302);
    }

    @Test
    void theSessionCookieIsForTheServerAloneAndForThisSiteAlone() {
        String cookie = cookieIn(visitor.login(Staff.AGENT, Staff.AGENT));

        assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax").doesNotContain("Secure");
    }

    @Test
    void behindTlsTheSessionCookieIsSecure() {
        String token = Visitor.tokenIn(visitor.get("/login"));
        var fields = Map.of("username", Staff.AGENT, "password", Staff.AGENT, "_csrf", token);

        assertThat(cookieIn(visitor.postForm("/login", fields, "X-Forwarded-Proto", "https")))
                .contains("; Secure");
    }

    @Test
    void loggingOutWithUsLogsOutOfTheWebappsToo() {
        visitor.login(Staff.AGENT, Staff.AGENT);
        assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(200);

        var done = visitor.postForm("/logout", Map.of("_csrf", Visitor.tokenIn(visitor.get("/admin/escalation"))));

        assertThat(locationOf(done)).endsWith("/login?logout");
        assertThat(visitor.get("/camunda/api/admin/auth/user/default").statusCode())
                .isEqualTo(401);
        assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
    }

    @Test
    void loggingOutInAWebappLogsOutWithUsToo() {
        visitor.login(Staff.AGENT, Staff.AGENT);
        var page = visitor.get("/camunda/app/tasklist/default/");
        String token = page.headers().firstValue("X-XSRF-TOKEN").orElseThrow();

        var done = visitor.postForm("/camunda/api/admin/auth/user/default/logout", Map.of(), "X-XSRF-TOKEN", token);

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(visitor.get("/nothing/here").statusCode()).isEqualTo(302);
        assertThat(visitor.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
    }

    @Test
    void theWebappsTakeNoLoginOfTheirOwn() {
        var own = visitor.postForm(
                "/camunda/api/admin/auth/user/default/login/tasklist",
                Map.of("username", Staff.AGENT, "password", Staff.AGENT));

        assertThat(own.statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> loginFrom(String address, String name, String password) {
        String token = Visitor.tokenIn(visitor.get("/login"));
        var fields = Map.of("username", name, "password", password, "_csrf", token);
        return visitor.postForm("/login", fields, "X-Forwarded-For", address);
    }

    private HttpResponse<String> restFrom(String address, String login) {
        return visitor.get(REST, "Authorization", login, "X-Forwarded-For", address);
    }

    private void later(Duration duration) {
        ClockUtil.setCurrentTime(Date.from(java.time.Instant.now().plus(duration)));
    }

    private static String locationOf(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static String sessionIn(HttpResponse<String> response) {
        return cookieIn(response).replaceAll("JSESSIONID=([^;]+).*", "$1");
    }

    private static String cookieIn(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID="))
                .findFirst()
                .orElseThrow();
    }
}
