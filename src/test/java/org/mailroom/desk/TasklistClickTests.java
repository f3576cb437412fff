package org.mailroom.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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

/** One click does what it says, whatever Tasklist and our page within it ask the server for in that moment. */
@WholeMailroomTest
@ExtendWith({InChromium.class, ClearedDesk.class})
class TasklistClickTests {

    private static final String HELP = "help@whole.localhost";

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

    /** Tasklist asks for its task every ten seconds, after which our page looks whether the case has changed. */
    @Test
    void aVerbIsNotCutOffByTheNewsOfItself() throws Exception {
        Tasklist sam = opened("An answer that takes long");
        List<Route> held = hold(sam, request -> request.url().contains("/claim"));

        sam.button("Claim").click(new Locator.ClickOptions().setNoWaitAfter(true));
        sam.page().waitForCondition(() -> !held.isEmpty());
        APIResponse claimed = held.get(0).fetch(new Route.FetchOptions().setMaxRedirects(0));
        for (int asked = 0; asked < 2; asked++) {
            sam.page().waitForResponse(answer -> isTask(answer.request()), () -> {});
        }
        held.get(0).fulfill(new Route.FulfillOptions().setResponse(claimed));

        assertThat(sam.conversation().getByText(" is yours now.")).isVisible();
        assertThat(header(sam).getByText("Sam Support")).isVisible();
    }

    @Test
    void aClickCountsWhileTasklistReadsItsTask() throws Exception {
        Tasklist sam = opened("Quick after the claim");
        List<Route> held = hold(sam, TasklistClickTests::isTask);

        sam.button("Claim").click();
        assertThat(sam.page().getByText(" is yours now.")).isVisible();
        sam.page().waitForCondition(() -> !held.isEmpty());
        sam.openForm("Note", "#note-text");
        sam.page().unrouteAll();
        held.forEach(Route::resume);

        assertThat(header(sam).getByText("Sam Support")).isVisible();
        assertThat(sam.conversation().locator("#note-text")).isVisible();
    }

    @Test
    void anotherTaskIsOpenedWhileTasklistReadsTheOneBefore() throws Exception {
        var karl = new Customer();
        karl.writes(HELP, "Quick to the next", "Please call back at once.");
        CaseNumber next = karl.caseIn(jdbc);
        Tasklist sam = opened("Claimed and left");
        List<Route> held = hold(sam, TasklistClickTests::isTask);

        sam.button("Claim").click();
        assertThat(sam.page().getByText(" is yours now.")).isVisible();
        sam.page().waitForCondition(() -> !held.isEmpty());
        sam.open(next);
        sam.page().unrouteAll();
        held.forEach(Route::resume);

        assertThat(sam.conversation().getByText("Please call back at once.").first())
                .isVisible();
    }

    @Test
    void aClickCountsWhileThePageFetchesNews() throws Exception {
        Tasklist sam = opened("Quick before the news");
        List<Route> held = hold(sam, request -> request.url().contains("/cases/" + carla.caseIn(jdbc) + "?"));

        carla.answers(carla.gets("We received your request"), "My number is 4711.");
        sam.page().waitForCondition(() -> !held.isEmpty());
        sam.openForm("Note", "#note-text");
        sam.page().unrouteAll();
        held.forEach(Route::resume);

        assertThat(sam.conversation().getByText("The case has changed since you opened this page."))
                .isVisible();
        assertThat(sam.conversation().locator("#note-text")).isVisible();
    }

    /** A click that falls into the change from one page to the next is lost. */
    @Test
    void newsAreShownWithoutAChangeOfPage() throws Exception {
        Tasklist sam = opened("Shown in place");
        sam.conversation().locator("html").evaluate("shown => shown.dataset.same = 'yes'");

        carla.answers(carla.gets("We received your request"), "My number is 4711.");
        assertThat(sam.conversation().getByText("My number is 4711.")).isVisible();

        assertThat(sam.conversation().locator("html[data-same=yes]")).hasCount(1);
        sam.openForm("Note", "#note-text");
        sam.button("Claim").click();
        assertThat(sam.conversation().getByText("Sam Support (you)")).isVisible();
    }

    @Test
    void newsLeaveTheKeyboardWhereItWasAndWhatWasSaidToBeDone() throws Exception {
        Tasklist sam = opened("Working by the keyboard");
        sam.button("Claim").click();
        assertThat(sam.conversation().getByText(" is yours now.")).isVisible();
        Locator release = sam.button("Release");
        release.focus();

        carla.answers(carla.gets("We received your request"), "My number is 4711.");
        assertThat(sam.conversation().getByText("My number is 4711.")).isVisible();

        assertThat(release).isFocused();
        assertThat(sam.conversation().getByText(" is yours now.")).isVisible();
    }

    @Test
    void newsWaitWhileWordsAreMarkedToBeCopied() throws Exception {
        Tasklist sam = opened("Read and copied");
        sam.conversation().getByText("Please help me.").first().selectText();

        carla.answers(carla.gets("We received your request"), "My number is 4711.");

        assertThat(sam.conversation().getByText("The case has changed since you opened this page."))
                .isVisible();
        assertThat(sam.conversation().getByText("My number is 4711.")).hasCount(0);
    }

    @Test
    void tasklistHearsOfAVerbAlsoAfterItsTabWasChanged() throws Exception {
        Tasklist sam = opened("To the form and back");
        sam.button("Claim").click();
        assertThat(header(sam).getByText("Sam Support")).isVisible();

        sam.tab("Form");
        sam.tab("Conversation");
        sam.button("Release").click();

        assertThat(header(sam).getByText("Claim")).isVisible();
    }

    @Test
    void aFormThatIsOpenOutlivesAnotherVerb() throws Exception {
        Tasklist sam = opened("A note before the claim");
        sam.openForm("Note", "#note-text");

        sam.button("Claim").click();

        assertThat(sam.conversation().getByText("Sam Support (you)")).isVisible();
        assertThat(sam.conversation().locator("#note-text")).isVisible();
    }

    private Tasklist opened(String subject) throws Exception {
        carla.writes(HELP, subject, "Please help me.");
        Tasklist sam = new Tasklist(chromium, port, "support-agent", "Support");
        sam.open(carla.caseIn(jdbc));
        assertThat(sam.button("Claim")).isVisible();
        return sam;
    }

    /** From here on these requests wait until the test lets them go. */
    private static List<Route> hold(Tasklist tasklist, Predicate<Request> which) {
        List<Route> held = new ArrayList<>();
        tasklist.page().route(url -> true, route -> {
            if (which.test(route.request())) {
                held.add(route);
            } else {
                route.resume();
            }
        });
        return held;
    }

    /** Whether Tasklist itself reads a task; our own question, whether it is still there, takes less. */
    private static boolean isTask(Request request) {
        return request.url().matches(".*/engine/default/task/[^/]+")
                && request.headers().getOrDefault("accept", "").contains("hal");
    }

    private static Locator header(Tasklist tasklist) {
        return tasklist.page().locator(".task-card > header");
    }
}
