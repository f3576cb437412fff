package org.mailroom.insight;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.EmailAddress;
import org.mailroom.testing.Chromium;
import org.mailroom.testing.Customer;
import org.mailroom.testing.InChromium;
import org.mailroom.testing.WholeMailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cockpit shows supervisors and analysts no control that Mailroom would refuse. */
@WholeMailroomTest
@ExtendWith(InChromium.class)
class CockpitControlsTests {

    private static final String HELP = "help@whole.localhost";
    private static final String ANALYST = "cockpit-analyst";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    private final Customer carla = new Customer();
    private Chromium chromium;

    @BeforeEach
    void sitDownAt(Chromium chromium) {
        this.chromium = chromium;
        var analyst = new Person(
                ANALYST, "Ann Analyst", EmailAddress.of("ann@whole-staff.localhost"), Set.of(People.ANALYSTS));
        people.addIfMissing(analyst, ANALYST);
    }

    @Test
    void aSupervisorSuspendsACaseButDeletesNone() throws Exception {
        Page cockpit = instanceOf(aCase("Watch me"), "supervisor");

        assertThat(toolbar(cockpit, "pause").first()).isVisible();
        assertThat(toolbar(cockpit, "remove")).isHidden();
    }

    @Test
    void aSupervisorSendsNoTaskToAGroup() throws Exception {
        Page cockpit = instanceOf(aCase("Whose task is it"), "supervisor");

        cockpit.getByText("User Tasks", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(cockpit.locator(".task-id").first()).isVisible();
        assertThat(cockpit.locator(".change-group-identity-links")).isHidden();
        assertThat(cockpit.locator(".change-user-identity-links")).isHidden();
    }

    @Test
    void nobodySuspendsTheModelOfAllCases() throws Exception {
        aCase("The model goes on");
        Page cockpit = modelOfCases("supervisor");

        assertThat(cockpit.locator(".ctn-toolbar").first()).isAttached();
        toolbar(cockpit, "pause").all().forEach(button -> assertThat(button).isHidden());
    }

    @Test
    void anAnalystOnlyLooks() throws Exception {
        aCase("Looked at by an analyst");
        Page cockpit = modelOfCases(ANALYST);

        assertThat(cockpit.locator(".ctn-toolbar").first()).isAttached();
        cockpit.locator(".ctn-toolbar .btn-toolbar").all().forEach(button -> assertThat(button)
                .isHidden());
        cockpit.navigate("http://localhost:" + port + "/camunda/app/cockpit/default/#/repository");
        assertThat(cockpit.locator(".deployment").first()).isVisible();
        assertThat(cockpit.locator(".delete-deployment").first()).isHidden();
    }

    private CaseNumber aCase(String subject) throws Exception {
        carla.writes(HELP, subject, "Hello?");
        return carla.caseIn(jdbc);
    }

    private Page modelOfCases(String person) {
        Page cockpit = chromium.enter("http://localhost:" + port + "/camunda/app/cockpit/", person);
        link(cockpit, "Processes").first().click();
        link(cockpit, "Case").first().click();
        return cockpit;
    }

    private Page instanceOf(CaseNumber number, String person) {
        Page cockpit = modelOfCases(person);
        cockpit.locator("tr", new Page.LocatorOptions().setHasText(number.value()))
                .locator("a")
                .first()
                .click();
        assertThat(cockpit.locator("dd.business-key")).hasText(number.value());
        return cockpit;
    }

    private static Locator toolbar(Page cockpit, String icon) {
        return cockpit.locator(".ctn-toolbar .btn-toolbar:has(> .glyphicon-" + icon + ")");
    }

    private static Locator link(Page cockpit, String name) {
        return cockpit.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
