package org.mailroom.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.CaseVariant;
import org.mailroom.testing.Chromium;
import org.mailroom.testing.InChromium;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The form of a task on the page of its case, as a person fills it in. */
@MailroomTest
@ExtendWith(InChromium.class)
class TaskFormClickTests {

    private static final String APPROVAL =
            """
            {"type":"text","text":"Please check the **refund**.","id":"t1"},
            {"type":"checkbox","label":"Approve","key":"approve","id":"f1"},
            {"type":"number","label":"Amount","key":"amount","id":"f2","validate":{"required":true,"max":500}},
            {"type":"select","label":"Account","key":"account","id":"f3",
             "values":[{"label":"Goodwill","value":"g"},{"label":"Warranty","value":"w"}]},
            {"type":"datetime","subtype":"date","dateLabel":"Pay on","key":"payOn","id":"f4"},
            {"type":"textarea","label":"Why","key":"why","id":"f5",
             "conditional":{"hide":"=approve = true"}}
            """;

    @LocalServerPort
    int port;

    @Autowired
    CasePlay play;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    private Chromium chromium;
    private CaseVariant model;

    @BeforeEach
    void sitDownAt(Chromium chromium) {
        this.chromium = chromium;
        model = new CaseVariant(repository, jdbc);
    }

    @AfterEach
    void tidyUp() {
        model.close();
    }

    @Test
    void aTaskIsClaimedAndItsFormFilledInUnderOurStrictPolicy() {
        model.form("approveRefund", APPROVAL)
                .approvalBesideHandling("supervisors", "approveRefund")
                .deploy();
        CaseNumber number = play.opened("Refund for a lamp");
        Page sue = chromium.enter("http://localhost:" + port + "/cases/" + number, "supervisor");
        List<String> complaints = new ArrayList<>();
        sue.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });

        button(sue, "Claim the task").click();
        assertThat(sue.getByText("The task is yours now.")).isVisible();
        assertThat(why(sue)).isVisible();
        sue.locator(".fjs-form-field-checkbox input").check();
        assertThat(why(sue)).isHidden();
        assertThat(sue.locator(".fjs-powered-by a")).isVisible();
        button(sue, "Submit").click();
        assertThat(sue.getByText("Field is required.")).isVisible();
        sue.locator(".fjs-form-field-number input").fill("120");
        button(sue, "Submit").click();

        assertThat(sue.getByText("Your answer was saved.")).isVisible();
        assertThat(sue.locator(".event").getByText("Approve: yes; Amount: 120")).isVisible();
        assertThat(complaints).isEmpty();
    }

    /** Such as a rule that the browser reads otherwise, or a program that sends on its own. */
    @Test
    void whatTheServerRefusesStandsAtItsField() {
        model.form("approveRefund", APPROVAL)
                .approvalBesideHandling("supervisors", "approveRefund")
                .deploy();
        CaseNumber number = play.opened("Refused by the server");
        Page sue = chromium.enter("http://localhost:" + port + "/cases/" + number, "supervisor");
        button(sue, "Claim the task").click();
        assertThat(sue.locator(".fjs-form-field-number input")).isVisible();

        sue.evaluate(
                "() => { const form = document.querySelector('form[data-answers]');"
                        + " form.elements.answers.value = '{\"amount\":501,\"why\":\"Broken\"}'; HTMLFormElement.prototype.submit.call(form); }");

        assertThat(sue.locator(".task .wrong")).hasText("Amount: 500 is the most.");
        assertThat(sue.locator(".fjs-form-field-number .fjs-form-field-error")).containsText("500");
        assertThat(why(sue)).hasValue("Broken");
    }

    private static Locator why(Page page) {
        return page.locator(".fjs-form textarea");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
