package org.mailroom.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.tokens.ApiTokens;
import org.mailroom.access.tokens.Scope;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** What the database knows of who is logged in, and what it costs. */
@MailroomTest
class SharedSessionTests {

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String TASKS = "/camunda/api/engine/engine/default/task/count";

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext house;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcIndexedSessionRepository sessions;

    Visitor visitor;

    @BeforeEach
    void comeToTheDoor() {
        Staff.addTo(house);
        visitor = new Visitor(port);
    }

    @Test
    void aLoginIsInTheDatabase() {
        String session = logIn();

        assertThat(person(session)).isEqualTo(Staff.AGENT);
    }

    @Test
    void lookingAtThingsWritesNothing() {
        String session = logIn();
        lookAround();
        List<String> before = rows(session);

        lookAround();

        assertThat(rows(session)).isEqualTo(before);
    }

    @Test
    void thatASessionIsUsedIsWrittenDownWhenAMinuteHasPassed() {
        String session = logIn();
        jdbc.sql("update spring_session set last_access_time = last_access_time - 61000 where session_id = :id")
                .param("id", session)
                .update();
        long before = lastUsed(session);

        visitor.get("/");

        assertThat(lastUsed(session)).isGreaterThan(before + 60_000);
    }

    @Test
    void nothingOfTheEngineIsInASession() {
        String session = logIn();
        lookAround();

        assertThat(jdbc.sql(
                                """
                                select attribute_name from spring_session_attributes a
                                join spring_session s on s.primary_id = a.session_primary_id where session_id = :id
                                """)
                        .param("id", session)
                        .query(String.class)
                        .list())
                .contains("SPRING_SECURITY_CONTEXT")
                .doesNotContain("authenticatedUser");
    }

    @Test
    void noSessionIsMadeForFilesHealthAndPrograms() {
        String token = tokens.make("session " + UUID.randomUUID(), Set.of(Scope.READ), "admin", null);
        int before = count();

        assertThat(visitor.get("/mailroom.css").statusCode()).isEqualTo(200);
        visitor.get("/actuator/health");
        assertThat(visitor.get("/api/received-mails", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
        visitor.get("/engine-rest/task", "Authorization", Visitor.basic(Staff.AGENT, Staff.AGENT));
        visitor.get("/api/received-mails");

        assertThat(count()).isEqualTo(before);
    }

    @Test
    void aSessionWhoseContentCannotBeReadIsALoginThatIsOver() {
        String session = logIn();
        jdbc.sql(
                        """
                        update spring_session_attributes set attribute_bytes = '\\x00'
                        where session_primary_id = (select primary_id from spring_session where session_id = :id)
                        """)
                .param("id", session)
                .update();

        assertThat(visitor.get("/admin/inboxes")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .endsWith("/login");
        assertThat(visitor.login(Staff.AGENT, Staff.AGENT).statusCode()).isEqualTo(302);
        assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsRefusedSomethingIsStillLoggedIn() {
        String session = logIn();

        assertThat(visitor.postForm("/logout", Map.of("_csrf", "made up")).statusCode())
                .isEqualTo(403);
        assertThat(visitor.get("/admin/inboxes").statusCode()).isEqualTo(403);

        assertThat(rows(session)).isNotEmpty();
        assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(200);
    }

    @Test
    void aSessionThatIsOverIsDeleted() {
        String session = logIn();
        jdbc.sql("update spring_session set expiry_time = 1 where session_id = :id")
                .param("id", session)
                .update();

        sessions.cleanUpExpiredSessions();

        assertThat(rows(session)).isEmpty();
    }

    private void lookAround() {
        assertThat(visitor.get("/").statusCode()).isIn(200, 302);
        assertThat(visitor.get(TASKLIST).statusCode()).isEqualTo(200);
        assertThat(visitor.get(TASKS).statusCode()).isEqualTo(200);
    }

    private String logIn() {
        var entered = visitor.login(Staff.AGENT, Staff.AGENT);
        String cookie = entered.headers().allValues("Set-Cookie").stream()
                .flatMap(header -> HttpCookie.parse(header).stream())
                .filter(one -> one.getName().equals("JSESSIONID"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
        return new String(Base64.getDecoder().decode(cookie), StandardCharsets.US_ASCII);
    }

    private String person(String session) {
        return jdbc.sql("select principal_name from spring_session where session_id = :id")
                .param("id", session)
                .query(String.class)
                .single();
    }

    private long lastUsed(String session) {
        return jdbc.sql("select last_access_time from spring_session where session_id = :id")
                .param("id", session)
                .query(Long.class)
                .single();
    }

    /** Each row of the session, in the version that it has. */
    private List<String> rows(String session) {
        return jdbc.sql(
                        """
                        select s.xmin::text || ' ' || a.attribute_name || ' ' || a.xmin::text from spring_session s
                        join spring_session_attributes a on a.session_primary_id = s.primary_id
                        where session_id = :id order by a.attribute_name
                        """)
                .param("id", session)
                .query(String.class)
                .list();
    }

    private int count() {
        return jdbc.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }
}
