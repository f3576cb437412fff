package org.mailroom.access;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailroom.testing.Chromium;
import org.mailroom.testing.InChromium;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The one login as a person sees it. */
@MailroomTest
@ExtendWith(InChromium.class)
class BrowserTests {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext house;

    private Page page;
    private final List<String> blocked = new ArrayList<>();

    @BeforeEach
    void comeToTheDoor(Chromium chromium) {
        Staff.addTo(house);
        page = chromium.browser().newPage();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                blocked.add(message.text());
            }
        });
    }

    @Test
    void oneLoginOpensTasklistCockpitAndAdmin() {
        open("/camunda/app/cockpit/default/");
        login(Staff.ADMIN);

        assertThat(page.locator("text=Running Process Instances").first()).isVisible();
        open("/camunda/app/tasklist/default/");
        assertThat(page.locator(".account")).containsText("Some door-admin");
        assertThat(page.locator("text=Inbox door-one").first()).isVisible();
        open("/camunda/app/admin/default/");
        assertThat(page.locator("text=Users").first()).isVisible();
        assertThat(page.locator("input[type=password]")).hasCount(0);
        assertThat(blocked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cockpit", "tasklist", "admin", "welcome"})
    void aWebappIsDrawnHoweverLateItsScriptsCome(String webapp) {
        page.clock().install();
        page.route("**/camunda/lib/ngDefine.js*", script -> {
            page.clock().fastForward("10:00");
            script.resume();
        });
        open("/camunda/app/" + webapp + "/default/");
        login(Staff.ADMIN);

        assertThat(page.locator(".account")).containsText("Some door-admin");
    }

    @Test
    void anAgentFindsHisInboxInTasklistAndNoOther() {
        open("/");
        login(Staff.AGENT);

        assertThat(page).hasURL(Pattern.compile("/camunda/app/tasklist/default/"));
        assertThat(page.locator("text=Inbox door-one").first()).isVisible();
        assertThat(page.locator("text=My cases").first()).isVisible();
        assertThat(page.locator("text=Inbox door-two")).hasCount(0);
    }

    @Test
    void whoeverLogsOutInTasklistComesBackToTheOneLogin() {
        open("/");
        login(Staff.AGENT);
        page.locator(".account .dropdown-toggle, .account > a").first().click();
        page.locator(".account .logout a").first().click();

        assertThat(page).hasURL(Pattern.compile("/login"));
        assertThat(page.locator("button[type=submit]")).hasText("Log in");
        open("/camunda/app/tasklist/default/");
        assertThat(page).hasURL(Pattern.compile("/login"));
    }

    @Test
    void theLoginPageIsDressedByOurStyleSheetAlone() {
        open("/login");

        assertThat(page.locator("button[type=submit]")).hasCSS("background-color", "rgb(15, 107, 102)");
        assertThat(blocked).isEmpty();
    }

    private void open(String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private void login(String person) {
        page.fill("#username", person);
        page.fill("#password", person);
        page.click("button[type=submit]");
    }
}
