package org.mailroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mailroom.testing.CasePlay.FAY;
import static org.mailroom.testing.CasePlay.FINANCE;
import static org.mailroom.testing.CasePlay.SAM;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.CaseFiles;
import org.mailroom.cases.CaseView;
import org.mailroom.cases.Casework;
import org.mailroom.cases.Forwarding;
import org.mailroom.cases.Forwarding.DueType;
import org.mailroom.cases.Reply;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.Chromium;
import org.mailroom.testing.Customer;
import org.mailroom.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The whole way of a mail, with everything at work: SMTP, IMAP, PostgreSQL, the job executor, a browser. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = RealParts.class)
@ActiveProfiles("whole")
@Tag("whole")
class FirstMailTests {

    private static final String HELP = "help@whole.localhost";

    @LocalServerPort
    int port;

    @Autowired
    Casework work;

    @Autowired
    CaseFiles files;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aMailBecomesACaseThatIsWorkedToItsEnd() throws Exception {
        Customer carla = new Customer();
        carla.writes(HELP, "The printer is broken", "It prints nothing.");
        MimeMessage confirmation = carla.gets("We received your request");
        CaseNumber number = caseOf(carla);
        assertThat(confirmation.getSubject()).contains(number.value());
        assertThat(confirmation.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");

        work.claim(number, SAM);
        work.reply(number, SAM, new Reply("Is it switched on?", List.of()));
        MimeMessage reply = carla.gets("Re: [" + number + "]");
        assertThat(Customer.text(reply)).contains("Is it switched on?", "Sam Support", "> It prints nothing.");
        assertThat(reply.getFrom()[0].toString()).contains(HELP);
        assertThat(reply.getHeader("In-Reply-To", null)).isNotBlank();
        assertThat(reply.getHeader("Auto-Submitted", null)).isNull();

        carla.answers(reply, "Yes, it is.");
        await().atMost(Duration.ofSeconds(60)).until(() -> kinds(number).contains("CUSTOMER_REPLIED"));
        assertThat(caseOf(carla)).isEqualTo(number);

        Instant due = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        work.forward(number, SAM, new Forwarding(FINANCE, DueType.DATE, due, "Please buy a new one"));
        CaseView there = files.view(number, FAY);
        assertThat(there.inbox()).isEqualTo(FINANCE);
        assertThat(there.due()).isEqualTo(due);
        assertThat(there.owner()).isNull();

        work.complete(number, FAY);
        MimeMessage summary = carla.gets("completed");
        assertThat(Customer.text(summary)).contains("It prints nothing.", "Is it switched on?", "Yes, it is.");
        assertThat(Customer.text(summary)).doesNotContain("Please buy a new one");
        assertThat(files.view(number, FAY).state()).isEqualTo(CaseView.State.CLOSED);
    }

    @Test
    void agentsWorkACaseInTasklist() throws Exception {
        Customer carla = new Customer();
        carla.writes(HELP, "My bill is wrong", "Seen in a browser.");
        carla.gets("We received your request");
        CaseNumber number = caseOf(carla);

        try (Chromium chromium = new Chromium()) {
            Page fay = tasklist(chromium, "finance-agent", "Finance");
            assertThat(fay.getByText("My bill is wrong")).hasCount(0);

            Page sam = tasklist(chromium, "support-agent", "Support");
            sam.getByText(number + " My bill is wrong").first().click();
            FrameLocator page = conversation(sam);
            assertThat(page.getByText("Seen in a browser.").first()).isVisible();
            button(page, "Claim").click();
            assertThat(page.getByText("Sam Support").first()).isVisible();

            open(page, "Reply", "#reply-text");
            page.getByLabel("Your answer").fill("We look into it.");
            button(page, "Send the reply").click();
            assertThat(Customer.text(carla.gets("Re: [" + number + "]"))).contains("We look into it.");

            assertThat(page.getByText("We look into it.").first()).isVisible();
            open(page, "Forward", "#forward-to");
            page.locator("#forward-to").selectOption("finance");
            sam.reload();
            assertThat(page.locator("#forward-to")).hasValue("finance");
            assertThat(page.locator("#forward-to")).isVisible();
            page.locator("#forward-due-type").selectOption("DATE");
            page.locator("#forward-due")
                    .fill(LocalDateTime.now()
                            .plusDays(3)
                            .truncatedTo(ChronoUnit.MINUTES)
                            .toString());
            page.getByLabel("Message to the other inbox").fill("Please correct the bill");
            button(page, "Forward").last().click();
            assertThat(sam.getByText("My bill is wrong")).hasCount(0);

            fay.reload();
            fay.getByText(number + " My bill is wrong").first().click();
            FrameLocator money = conversation(fay);
            assertThat(money.getByText("Please correct the bill").first()).isVisible();
            button(money, "Claim").click();
            button(money, "Complete").click();
            assertThat(fay.getByText("My bill is wrong")).hasCount(0);
        }
        assertThat(carla.gets("completed")).isNotNull();
    }

    private Page tasklist(Chromium chromium, String person, String inbox) {
        BrowserContext context = chromium.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(1500, 1000)
                        .setLocale("en"));
        Page page = context.newPage();
        page.navigate("http://localhost:" + port + "/camunda/app/tasklist/");
        page.fill("input[name=username]", person);
        page.fill("input[name=password]", person);
        page.click("button[type=submit]");
        page.locator("h4", new Page.LocatorOptions().setHasText(inbox)).first().click();
        return page;
    }

    private static FrameLocator conversation(Page page) {
        return page.frameLocator("iframe[title=Conversation]");
    }

    private static void open(FrameLocator page, String verb, String field) {
        page.getByRole(AriaRole.LINK, named(verb)).first().click();
        assertThat(page.locator(field)).isVisible();
    }

    private static Locator button(FrameLocator page, String name) {
        return page.getByRole(
                AriaRole.BUTTON,
                new FrameLocator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static FrameLocator.GetByRoleOptions named(String name) {
        return new FrameLocator.GetByRoleOptions().setName(name).setExact(true);
    }

    private CaseNumber caseOf(Customer customer) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> jdbc
                                .sql("select number from cases where requester_address = :address")
                                .param("address", customer.address())
                                .query(String.class)
                                .list()
                                .stream()
                                .map(CaseNumber::new)
                                .toList(),
                        found -> found.size() == 1)
                .get(0);
    }

    private List<String> kinds(CaseNumber number) {
        return jdbc.sql("select kind from case_event where case_number = :number order by id")
                .param("number", number.value())
                .query(String.class)
                .list();
    }
}
