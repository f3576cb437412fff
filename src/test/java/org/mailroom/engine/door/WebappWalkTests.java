package org.mailroom.engine.door;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.Chromium;
import org.mailroom.testing.InChromium;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Each role opens every page of the web applications that it has, and the door refuses nothing that a page asks for. */
@MailroomTest
@ExtendWith(InChromium.class)
class WebappWalkTests {

    private static final List<String> TASKLIST = List.of("tasklist/default/#/", "tasklist/default/#/?task=TASK");
    private static final List<String> COCKPIT = List.of(
            "cockpit/default/#/dashboard",
            "cockpit/default/#/processes",
            "cockpit/default/#/decisions",
            "cockpit/default/#/tasks",
            "cockpit/default/#/repository",
            "cockpit/default/#/process-definition/DEFINITION/runtime?detailsTab=process-instances-table",
            "cockpit/default/#/process-definition/DEFINITION/runtime?detailsTab=pd-incidents-tab",
            "cockpit/default/#/process-definition/DEFINITION/runtime?detailsTab=job-definition-table");
    private static final List<String> INSTANCE = Stream.of(
                    "variables-tab",
                    "incidents-tab",
                    "called-process-instances-tab",
                    "user-tasks-tab",
                    "jobs-tab",
                    "external-tasks-tab")
            .map(tab -> "cockpit/default/#/process-instance/INSTANCE/runtime?detailsTab=" + tab)
            .toList();
    private static final List<String> WELCOME = List.of("welcome/default/#!/welcome");
    private static final List<String> ADMIN = List.of(
            "admin/default/#/users",
            "admin/default/#/user-create",
            "admin/default/#/users/crew-agent?tab=profile",
            "admin/default/#/users/crew-agent?tab=groups",
            "admin/default/#/groups",
            "admin/default/#/groups/inbox-crew?tab=group",
            "admin/default/#/groups/inbox-crew?tab=users",
            "admin/default/#/authorization",
            "admin/default/#/authorization?resource=5",
            "admin/default/#/system?section=diagnostics",
            "admin/default/#/system?section=execution-metrics");

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private CasePlay play;

    private Chromium chromium;

    @BeforeEach
    void sitDownAt(Chromium chromium) {
        Crew.addTo(house);
        this.chromium = chromium;
    }

    static Stream<Arguments> walks() {
        return Stream.of(
                Arguments.of(Crew.NOBODY, WELCOME),
                Arguments.of("support-agent", all(WELCOME, TASKLIST)),
                Arguments.of(Crew.SUPERVISOR, all(WELCOME, TASKLIST, COCKPIT, INSTANCE)),
                Arguments.of(Crew.ANALYST, all(WELCOME, without("tasks", COCKPIT))),
                Arguments.of(Crew.ADMIN, all(WELCOME, TASKLIST, COCKPIT, INSTANCE, ADMIN)));
    }

    @ParameterizedTest
    @MethodSource("walks")
    void noPageAsksForSomethingThatTheDoorRefuses(String person, List<String> pages) {
        CaseNumber number = play.opened("A walk through all pages");
        var instance = play.instance(number);
        List<String> refused = new ArrayList<>();
        List<String> asked = new ArrayList<>();
        Page page = chromium.enter("http://localhost:" + port + "/", person);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.onResponse(answer -> note(answer, asked, refused));

        for (String place : pages) {
            page.navigate("about:blank");
            String address = "http://localhost:" + port + "/camunda/app/"
                    + place.replace("TASK", play.task(number).getId())
                            .replace("DEFINITION", instance.getProcessDefinitionId())
                            .replace("INSTANCE", instance.getId());
            page.navigate(address);
            assertThat(page.locator(".navbar-brand")).isVisible();
            assertThat(page.locator(".app-splash")).hasCount(0);
            page.waitForLoadState(LoadState.NETWORKIDLE);
        }

        assertThat(asked).isNotEmpty();
        assertThat(refused).isEmpty();
    }

    private static void note(Response answer, List<String> asked, List<String> refused) {
        if (answer.url().contains("/camunda/api/")) {
            String call = answer.request().method() + " " + answer.url() + " " + answer.status();
            asked.add(call);
            if (answer.status() == 403 || answer.status() >= 500) {
                refused.add(call + " " + answer.text());
            }
        }
    }

    /** Cockpit hides the page of tasks from analysts: tasks name customers. */
    private static List<String> without(String page, List<String> pages) {
        return pages.stream().filter(each -> !each.endsWith("/" + page)).toList();
    }

    @SafeVarargs
    private static List<String> all(List<String>... pages) {
        return Stream.of(pages).flatMap(List::stream).toList();
    }
}
