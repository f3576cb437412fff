package org.mailroom.insight;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mailroom.testing.CasePlay.FAY;
import static org.mailroom.testing.CasePlay.FINANCE;
import static org.mailroom.testing.CasePlay.SAM;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mailroom.cases.CaseFiles;
import org.mailroom.cases.CaseView;
import org.mailroom.cases.Casework;
import org.mailroom.cases.Forwarding;
import org.mailroom.cases.Forwarding.DueType;
import org.mailroom.cases.Reply;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.Chromium;
import org.mailroom.testing.Customer;
import org.mailroom.testing.InChromium;
import org.mailroom.testing.RealParts;
import org.mailroom.testing.WholeMailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a supervisor sees of a mail that the mail server refuses, and does about it, in Cockpit. */
@WholeMailroomTest
@ExtendWith(InChromium.class)
class CockpitTests {

    private static final String HELP = "help@whole.localhost";
    private static final String REFUSAL = "550 5.1.1 There is nobody of this name";

    @LocalServerPort
    int port;

    @Autowired
    Casework work;

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

    @AfterEach
    void letTheCustomerIn() {
        RealParts.doorkeeper().letIn(carla.address());
    }

    @Test
    void aConfirmationThatIsRefusedIsAnIncidentUntilASupervisorSendsItAgain() throws Exception {
        RealParts.doorkeeper().answer(carla.address(), REFUSAL);
        carla.writes(HELP, "Nobody confirms this", "Hello?");
        CaseNumber number = carla.caseIn(jdbc);
        awaitRefusal(number);

        Page cockpit = incidentsOf(number);
        assertThat(incident(cockpit)).hasCount(1);
        assertThat(incident(cockpit)).containsText("There is nobody of this name");
        assertThat(incident(cockpit)).containsText("We received your request");
        assertThat(incident(cockpit)).containsText("Mail sent");

        RealParts.doorkeeper().letIn(carla.address());
        sendAgain(cockpit);
        assertThat(carla.gets("We received your request").getSubject()).contains(number.value());
        assertGone(cockpit);
        assertThat(carla.all("We received your request")).hasSize(1);
    }

    @Test
    void aCaseIsWorkedOnWhileItsReplyCannotBeSent() throws Exception {
        carla.writes(HELP, "Nobody hears our answer", "Hello?");
        carla.gets("We received your request");
        CaseNumber number = carla.caseIn(jdbc);
        RealParts.doorkeeper().answer(carla.address(), REFUSAL);
        work.reply(number, SAM, new Reply("We are here.", List.of()));
        awaitRefusal(number);

        work.forward(number, SAM, new Forwarding(FINANCE, DueType.KEEP, null, "The customer cannot be reached"));
        work.claim(number, FAY);
        assertThat(files.view(number, FAY).inbox()).isEqualTo(FINANCE);

        Page cockpit = incidentsOf(number);
        assertThat(incident(cockpit)).containsText("Re: [" + number + "]");
        RealParts.doorkeeper().letIn(carla.address());
        sendAgain(cockpit);
        assertThat(Customer.text(carla.gets("Re: [" + number + "]"))).contains("We are here.");
        assertGone(cockpit);

        work.complete(number, FAY);
        assertThat(files.view(number, FAY).state()).isEqualTo(CaseView.State.CLOSED);
    }

    @Test
    void thePageOfHumanTasksCountsTheTasksOfEachInbox() throws Exception {
        carla.writes(HELP, "Counted among the human tasks", "Hello?");
        carla.caseIn(jdbc);
        Page cockpit = chromium.enter("http://localhost:" + port + "/camunda/app/cockpit/", "supervisor");
        link(cockpit, "Human Tasks").first().click();
        assertThat(row(cockpit, "Support").or(row(cockpit, "inbox-support")).first())
                .isVisible();
        assertThat(cockpit.getByText("not authorized")).hasCount(0);
        assertThat(cockpit.locator(".alert-danger, .has-error")).hasCount(0);
    }

    private void awaitRefusal(CaseNumber number) {
        await().until(() -> jdbc.sql("select kind from case_event where case_number = :number")
                .param("number", number.value())
                .query(String.class)
                .list()
                .contains("SENDING_FAILED"));
    }

    /** The way of a supervisor: from the processes to the one case, which he knows by its number, and to its incidents. */
    private Page incidentsOf(CaseNumber number) {
        Page cockpit = chromium.enter("http://localhost:" + port + "/camunda/app/cockpit/", "supervisor");
        link(cockpit, "Processes").first().click();
        link(cockpit, "Case").first().click();
        row(cockpit, number.value()).locator("a").first().click();
        assertThat(cockpit.locator("dd.business-key")).hasText(number.value());
        cockpit.getByText("Incidents", new Page.GetByTextOptions().setExact(true))
                .click();
        return cockpit;
    }

    private static void sendAgain(Page cockpit) {
        incident(cockpit)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send again"))
                .click();
        assertThat(incident(cockpit).getByRole(AriaRole.STATUS)).hasText("The mail is being sent again.");
    }

    /** The mail leaves first, then the case hears of it. */
    private static void assertGone(Page cockpit) {
        await().until(() -> {
            cockpit.reload();
            Locator gone = cockpit.getByText("No incidents");
            assertThat(gone.or(incident(cockpit)).first()).isVisible();
            return gone.isVisible();
        });
    }

    private static Locator incident(Page cockpit) {
        return row(cockpit, "mailNotSent");
    }

    private static Locator row(Page cockpit, String text) {
        return cockpit.locator("tr", new Page.LocatorOptions().setHasText(text));
    }

    private static Locator link(Page cockpit, String name) {
        return cockpit.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
