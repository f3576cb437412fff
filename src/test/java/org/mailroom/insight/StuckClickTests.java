package org.mailroom.insight;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mailroom.cases.Casework;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.Chromium;
import org.mailroom.testing.InChromium;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of what is stuck, as a supervisor clicks on it. */
@MailroomTest
@ExtendWith(InChromium.class)
class StuckClickTests {

    @LocalServerPort
    int port;

    @Autowired
    CasePlay play;

    @Autowired
    Casework work;

    @Autowired
    Watch watch;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    TaskService tasks;

    @Autowired
    JdbcClient jdbc;

    private Chromium chromium;
    private Stuck stuck;

    @BeforeEach
    void begin(Chromium chromium) {
        this.chromium = chromium;
        stuck = new Stuck(jdbc, play, runtime, tasks, management, work);
    }

    @AfterEach
    void clear() {
        stuck.clear();
    }

    @Test
    void theButtonThatIsPressedIsTheRepairThatIsDone() {
        CaseNumber number = stuck.withoutTask("Put back by a click");
        watch.look();
        Page sue = chromium.enter("http://localhost:" + port + "/stuck", "supervisor");
        Locator line = sue.locator(".stuck li").filter(new Locator.FilterOptions().setHasText(number.value()));

        line.locator(".repairs button[value=PUT_BACK]").click();

        assertThat(sue.getByText("The case has its task again.")).isVisible();
        assertThat(line).hasCount(0);
    }
}
