package org.mailroom.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.Chromium;
import org.mailroom.testing.ClearedDesk;
import org.mailroom.testing.Customer;
import org.mailroom.testing.InChromium;
import org.mailroom.testing.Tasklist;
import org.mailroom.testing.WholeMailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Camunda's web applications show nobody a control that Mailroom would refuse, and no words that nobody understands. */
@WholeMailroomTest
@ExtendWith({InChromium.class, ClearedDesk.class})
class TasklistControlsTests {

    private static final String HELP = "help@whole.localhost";
    private static final List<String> NEVER = List.of(
            ".createCommentLink",
            ".start-process-action",
            ".create-task-action",
            ".groups",
            ".followup-date",
            ".reset-due-date",
            ".reset-assignee",
            ".ce-eol-banner");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private final Customer carla = new Customer();
    private Chromium chromium;

    @BeforeEach
    void sitDownAt(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void anAgentSeesNoControlThatIsRefused() throws Exception {
        CaseNumber number = aCase("No comments, please");
        Tasklist sam = new Tasklist(chromium, port, "support-agent", "Support");
        sam.open(number);
        assertThat(sam.page().locator(".claim")).isVisible();

        assertNever(sam.page());
        assertThat(sam.page().locator(".task-card .due-date")).isHidden();
        assertThat(sam.page().locator(".instance-link")).isHidden();
        assertThat(sam.page().locator(".task-filter .actions").first()).isHidden();
    }

    @Test
    void theOwnerOfACaseMaySetItsDueDateButNotTypeInAnotherOwner() throws Exception {
        CaseNumber number = aCase("Mine by a click");
        Tasklist sam = new Tasklist(chromium, port, "support-agent", "Support");
        sam.open(number);
        sam.page().locator(".claim").click();
        assertThat(sam.page().locator(".unclaim")).isVisible();

        assertNever(sam.page());
        assertThat(sam.page().locator(".task-card .due-date")).isVisible();
        Locator owner = sam.page().locator(".task-card .assignee > .set-value");
        assertThat(owner).hasText("Sam Support");
        assertThat(owner).hasJSProperty("inert", true);
    }

    @Test
    void aSupervisorSeesTheDueDateOfEveryCaseAndTheWayToCockpit() throws Exception {
        CaseNumber number = aCase("Watched from above");
        Tasklist sue = new Tasklist(chromium, port, "supervisor", "Support");
        sue.open(number);

        assertThat(sue.page().locator(".task-card .due-date")).isVisible();
        assertThat(sue.page().locator(".instance-link")).isVisible();
        assertNever(sue.page());
    }

    @ParameterizedTest
    @CsvSource({"tasklist, support-agent", "cockpit, supervisor", "admin, admin", "welcome, admin"})
    void nobodyIsAskedToMigrateAndNoRawKeyIsShownWhenTheLabelsArriveLate(String application, String person) {
        Page page = chromium.browser().newContext().newPage();
        page.route("**/locales/*.json*", route -> {
            page.waitForTimeout(2_000);
            route.resume();
        });
        logInto(page, application, person);

        assertThat(page.locator(".navbar-brand")).isVisible();
        assertThat(page.locator(".ce-eol-banner")).isHidden();
        assertThat(page.locator("body").innerText()).doesNotContainPattern("\\b[A-Z]{3,}_[A-Z_]+\\b");
        assertThat(page.locator("[placeholder*=_]")).hasCount(0);
    }

    @Test
    void aGermanBrowserShowsTasklistInGerman() {
        Page page = chromium.browser()
                .newContext(new Browser.NewContextOptions().setLocale("de"))
                .newPage();
        logInto(page, "tasklist", "support-agent");

        assertThat(page.locator("[cam-widget-header]")).containsText("Tastenkürzel");
    }

    private CaseNumber aCase(String subject) throws Exception {
        carla.writes(HELP, subject, "Hello?");
        return carla.caseIn(jdbc);
    }

    private void logInto(Page page, String application, String person) {
        page.navigate("http://localhost:" + port + "/camunda/app/" + application + "/");
        page.fill("input[name=username]", person);
        page.fill("input[name=password]", person);
        page.click("button[type=submit]");
    }

    private static void assertNever(Page page) {
        NEVER.forEach(control ->
                page.locator(control).all().forEach(one -> assertThat(one).isHidden()));
    }
}
