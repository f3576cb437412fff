package org.mailroom.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.access.Visitor.basic;

import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What keeps strange pages from acting for somebody who is logged in. */
@MailroomTest
class ProtectionTests {

    private static final String JSON = "application/json";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String QUERY = "/engine-rest/task?maxResults=9";

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
    @ValueSource(strings = {"/logout", "/cases/DRA-1/claim", QUERY})
    void aChangeWithoutATokenIsRefusedOnPagesAndInterfaces(String path) {
        visitor.login(Staff.AGENT, Staff.AGENT);

        assertThat(visitor.post(path, JSON, "{}").statusCode()).isEqualTo(403);
        assertThat(visitor.get("/").headers().firstValue("Location").orElseThrow())
                .contains("/camunda/");
    }

    @Test
    void aLoginFormThatStoodOpenForTooLongIsShownAgain() {
        var response = visitor.postForm("/login", Map.of("username", Staff.AGENT, "password", Staff.AGENT));

        assertThat(response.headers().firstValue("Location").orElseThrow()).endsWith("/login?expired");
    }

    @Test
    void aChangeInAWebappNeedsTheTokenOfTheWebapp() {
        visitor.login(Staff.AGENT, Staff.AGENT);
        visitor.get(TASKLIST);

        assertThat(visitor.post("/camunda/api/engine/engine/default/task?maxResults=9", JSON, "{}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aProgramThatNamesItsPasswordNeedsNoToken() {
        String login = basic(Staff.AGENT, Staff.AGENT);

        assertThat(visitor.post(QUERY, JSON, "{}", "Authorization", login).statusCode())
                .isEqualTo(200);
    }

    @Test
    void aPasswordThatABrowserRememberedIsNoUseToAnotherSite() {
        String login = basic(Staff.AGENT, Staff.AGENT);

        assertThat(visitor.post(QUERY, JSON, "{}", "Authorization", login, "Sec-Fetch-Site", "cross-site")
                        .statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login", "/nothing/here", "/engine-rest/version"})
    void ourPagesLoadOnlyWhatIsOursAndAreFramedOnlyByUs(String path) {
        visitor.login(Staff.AGENT, Staff.AGENT);

        var headers = visitor.get(path).headers();

        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("default-src 'self'", "frame-ancestors 'self'", "object-src 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @Test
    void theWebappsKeepTheOnePolicyThatTheyWereBuiltFor() {
        visitor.login(Staff.AGENT, Staff.AGENT);

        var headers = visitor.get(TASKLIST).headers();

        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("'strict-dynamic'");
        assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).isEmpty();
    }

    @Test
    void eachPageOfAWebappHasTheNonceOfItsOwnPolicyHoweverManyAreAskedForAtOnce() throws Exception {
        visitor.login(Staff.AGENT, Staff.AGENT);
        Callable<HttpResponse<String>> ask = () -> visitor.get(TASKLIST);

        var crowd = Executors.newFixedThreadPool(16);
        List<Future<HttpResponse<String>>> pages = crowd.invokeAll(Collections.nCopies(320, ask));
        crowd.shutdown();

        assertThat(pages)
                .extracting(Future::get)
                .filteredOn(page -> !page.body().contains("nonce=\"" + nonceIn(page) + "\""))
                .isEmpty();
    }

    @Test
    void noPageOfOursHasAScriptOrAStyleInside() {
        assertThat(visitor.get("/login").body()).doesNotContain("<script", "<style", "style=", "onclick");
    }

    private static String nonceIn(HttpResponse<String> page) {
        return page.headers()
                .firstValue("Content-Security-Policy")
                .orElseThrow()
                .replaceAll(".*'nonce-([^']+)'.*", "$1");
    }
}
