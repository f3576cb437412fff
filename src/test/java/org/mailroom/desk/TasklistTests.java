package org.mailroom.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mailroom.testing.CasePlay.FAY;
import static org.mailroom.testing.CasePlay.FINANCE;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import com.microsoft.playwright.options.WaitUntilState;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mailroom.cases.CaseFiles;
import org.mailroom.cases.CaseView;
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

/** What an agent does in Tasklist: on the forms of the process, and on our page in the tab Conversation. */
@WholeMailroomTest
@ExtendWith({InChromium.class, ClearedDesk.class})
class TasklistTests {

    private static final String HELP = "help@whole.localhost";
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);

    @LocalServerPort
    int port;

    @Autowired
    CaseFiles files;

    @Autowired
    JdbcClient jdbc;

    private final Customer carla = new Customer();
    private Chromium chromium;

    @BeforeEach
    void sitDownAt(Chromium chromium) {
        this.chromium = chromium;
    }

    @Test
    void aCaseIsForwardedByTheFormsOfItsTasks() throws Exception {
        carla.writes(HELP, "Two bills for one month", "Which of them is right?");
        CaseNumber number = carla.caseIn(jdbc);
        Tasklist sam = claimed(number);

        sam.tab("Form");
        choose(sam, "Forward: another inbox works it (next you choose which)");
        complete(sam).click();
        sam.openNext();
        sam.tab("Form");
        choose(sam, "Forward");
        sam.page()
                .getByRole(
                        AriaRole.TEXTBOX,
                        new Page.GetByRoleOptions().setName("Inbox").setExact(true))
                .click();
        sam.page().locator(".fjs-dropdownlist-item").getByText("Finance").click();
        choose(sam, "On a date");
        sam.page().getByLabel("Message to the other inbox").fill("Please look into the bills");
        LocalDate day = LocalDate.now(Chromium.ZONE).plusDays(3);
        sam.page().getByLabel("Due date").fill(AMERICAN.format(day));
        sam.page().getByLabel("Time").fill("10:00");
        await().until(() -> leftByCompleting(sam, number));

        CaseView there = files.view(number, FAY);
        assertThat(there.inbox()).isEqualTo(FINANCE);
        assertThat(there.owner()).isNull();
        assertThat(there.due())
                .isEqualTo(day.atTime(10, 0).atZone(Chromium.ZONE).toInstant());
        Tasklist fay = new Tasklist(chromium, port, "finance-agent", "Finance");
        fay.open(number);
        assertThat(fay.conversation().getByText("Please look into the bills")).isVisible();
    }

    @Test
    void aDraftOutlivesAnotherTaskAndAReload() throws Exception {
        carla.writes(HELP, "This takes a long answer", "Please explain it all.");
        var karl = new Customer();
        karl.writes(HELP, "This cannot wait", "Please call back at once.");
        CaseNumber number = carla.caseIn(jdbc);
        CaseNumber other = karl.caseIn(jdbc);
        Tasklist sam = claimed(number);
        sam.openForm("Reply", "#reply-text");
        Locator draft = sam.conversation().getByLabel("Your answer");
        draft.fill("Dear Carla, it all began");

        sam.open(other);
        assertThat(sam.conversation().getByText("Please call back at once.").first())
                .isVisible();
        sam.open(number);
        assertThat(sam.conversation().getByText("Please explain it all.").first())
                .isVisible();
        assertThat(draft).hasValue("Dear Carla, it all began");

        sam.page().reload();
        assertThat(draft).hasValue("Dear Carla, it all began");
    }

    /** Who clicks before the page has its script, in which case only its address says what was opened. */
    @Test
    void aFormThatWasOpenedEarlyStaysOpenToo() throws Exception {
        carla.writes(HELP, "Quick hands", "This is urgent.");
        CaseNumber number = carla.caseIn(jdbc);
        String address = "http://localhost:" + port + "/cases/" + number;
        Page page = claimed(number).page();

        page.navigate(address + "#forward");
        assertThat(page.locator("#forward-to")).isVisible();
        page.navigate("about:blank");
        page.navigate(address);
        assertThat(page.locator("#forward-to")).isVisible();
    }

    @Test
    void whatWasTypedBeforeThePageHasItsScriptIsKeptToo() throws Exception {
        carla.writes(HELP, "Quick fingers", "This is urgent, too.");
        CaseNumber number = carla.caseIn(jdbc);
        Page page = claimed(number).page();
        List<Route> script = new ArrayList<>();
        page.route("**/case.js", script::add);

        page.navigate(
                "http://localhost:" + port + "/cases/" + number + "#reply",
                new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
        page.getByLabel("Your answer").fill("I hurry");
        page.waitForCondition(() -> !script.isEmpty());
        page.unrouteAll();
        script.forEach(Route::resume);
        page.waitForLoadState();
        page.reload();

        assertThat(page.getByLabel("Your answer")).hasValue("I hurry");
    }

    @Test
    void aNoteIsOnTheTimelineAndIsNeverMailed() throws Exception {
        carla.writes(HELP, "Between ourselves", "Nobody tells me anything.");
        carla.gets("We received your request");
        CaseNumber number = carla.caseIn(jdbc);
        Tasklist sam = claimed(number);

        sam.openForm("Note", "#note-text");
        sam.conversation().getByLabel("For agents only, never mailed").fill("She has called twice");
        sam.button("Add the note").click();
        assertThat(sam.conversation().getByText("She has called twice")).isVisible();
        sam.button("Complete").click();
        assertThat(Customer.text(carla.gets("completed"))).doesNotContain("She has called twice");
    }

    @Test
    void aFileComesDownAsTheCustomerSentIt() throws Exception {
        byte[] picture = new byte[256];
        IntStream.range(0, picture.length).forEach(value -> picture[value] = (byte) value);
        carla.writes(HELP, "My meter", "Please find a picture of it attached.", "Zähler.png", picture);
        Tasklist sam = new Tasklist(chromium, port, "support-agent", "Support");
        sam.open(carla.caseIn(jdbc));

        Download file = sam.page()
                .waitForDownload(
                        () -> sam.conversation().getByText("Zähler.png").click());
        assertThat(file.suggestedFilename()).isEqualTo("Zähler.png");
        assertThat(Files.readAllBytes(file.path())).isEqualTo(picture);
    }

    @Test
    void aMailThatArrivesShowsUpOnThePageThatIsOpen() throws Exception {
        carla.writes(HELP, "More to come", "I will send you the number.");
        var confirmation = carla.gets("We received your request");
        Tasklist sam = new Tasklist(chromium, port, "support-agent", "Support");
        sam.open(carla.caseIn(jdbc));
        assertThat(sam.conversation().getByText("I will send you the number.").first())
                .isVisible();

        carla.answers(confirmation, "The number is 4711.");
        assertThat(sam.conversation().getByText("The number is 4711.").first()).isVisible();
    }

    @Test
    void aMailThatArrivesWhileAnAgentTypesIsOnlyAnnounced() throws Exception {
        carla.writes(HELP, "Do not disturb", "Please answer in writing.");
        var confirmation = carla.gets("We received your request");
        Tasklist sam = claimed(carla.caseIn(jdbc));
        sam.openForm("Reply", "#reply-text");
        Locator draft = sam.conversation().getByLabel("Your answer");
        draft.fill("Half a sentence");

        carla.answers(confirmation, "One thing more: it is urgent.");
        assertThat(sam.conversation().getByText("The case has changed since you opened this page."))
                .isVisible();
        assertThat(draft).isVisible();
        sam.conversation().getByText("Show what is new").click();
        assertThat(sam.conversation().getByText("One thing more: it is urgent.").first())
                .isVisible();
        assertThat(draft).hasValue("Half a sentence");
    }

    /** The case as its new owner has it before him. */
    private Tasklist claimed(CaseNumber number) {
        Tasklist sam = new Tasklist(chromium, port, "support-agent", "Support");
        sam.open(number);
        sam.button("Claim").click();
        assertThat(sam.conversation().getByText("Sam Support (you)")).isVisible();
        return sam;
    }

    private static void choose(Tasklist tasklist, String label) {
        tasklist.page()
                .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .check();
    }

    /** The form takes in what was typed a moment after its field was left: a quick click comes too early and is repeated. */
    private static boolean leftByCompleting(Tasklist tasklist, CaseNumber number) {
        if (complete(tasklist).isVisible()) {
            complete(tasklist).click();
        }
        try {
            tasklist.task(number)
                    .waitFor(new Locator.WaitForOptions()
                            .setState(WaitForSelectorState.DETACHED)
                            .setTimeout(5_000));
            return true;
        } catch (TimeoutError stillThere) {
            return false;
        }
    }

    private static Locator complete(Tasklist tasklist) {
        return tasklist.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Complete").setExact(true));
    }
}
