package org.mailroom.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Locale;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.CaseVariant;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The page of a case whose model and forms analysts changed. */
@MailroomTest
class TaskPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    CasePlay play;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    JdbcClient jdbc;

    CaseVariant model;

    @BeforeEach
    void shipped() {
        model = new CaseVariant(repository, jdbc);
    }

    @AfterEach
    void tidyUp() {
        model.close();
    }

    @Test
    void theShippedFormNeedsNoCard() throws Exception {
        Document page = page(play.opened("As shipped"), Logins.support());
        assertThat(page.select(".task")).isEmpty();
        assertThat(page.select(".verbs .button").eachText()).contains("Forward", "Wait", "Complete");
    }

    @Test
    void theOutcomesOfTheFormAreOfferedAndNoOthers() throws Exception {
        model.change("handleCase.form", "\"value\": \"wait\"", "\"value\": \"lawyer\"")
                .change("handleCase.form", "Wait: for the customer's reply or a date", "Escalate to a lawyer")
                .deploy();
        CaseNumber number = play.opened("Other outcomes");
        Document page = page(number, Logins.support());

        assertThat(page.select(".verbs .button").eachText())
                .contains("Forward", "Complete", "Escalate to a lawyer")
                .doesNotContain("Wait");
        assertThat(page.select("#wait")).isEmpty();

        Document refused = sent(number, "wait", Logins.support(), 409);
        assertThat(refused.selectFirst(".banner.bad").text())
                .isEqualTo("The form of this case does not offer “Wait”. Nothing was changed.");
    }

    @Test
    void aFormThatAsksForMoreIsShownInPlaceOfTheVerb() throws Exception {
        model.change(
                        "handleCase.form",
                        "\"components\": [",
                        "\"components\": [{\"type\":\"number\",\"label\":\"Amount\",\"key\":\"amount\","
                                + "\"validate\":{\"required\":true}},")
                .deploy();
        CaseNumber number = play.opened("Asks for an amount");
        Document page = page(number, Logins.support());

        assertThat(page.select(".verbs .button").eachText())
                .contains("Reply")
                .doesNotContain("Complete", "Wait", "Forward");
        assertThat(page.selectFirst(".task h2").text()).isEqualTo("How does it go on?");
        assertThat(page.selectFirst("[data-task-form]").attr("data-schema")).contains("\"amount\"");

        Document refused = sent(number, "complete", Logins.support(), 409);
        assertThat(refused.selectFirst(".banner.bad").text())
                .isEqualTo("The form asks for more than this. Amount: please fill this in. Nothing was changed.");
    }

    @Test
    void anotherTaskSaysItsNameAndWhomItWaitsForAndIsClaimedFirst() throws Exception {
        approval();
        CaseNumber number = play.opened("Approval beside");
        Element forSam = page(number, Logins.support()).selectFirst(".task");
        assertThat(forSam.text()).isEqualTo("Approve the refund Waits for Supervisors.");

        Element forSue = page(number, Logins.supervisor()).selectFirst(".task");
        assertThat(forSue.select("button").eachText()).containsExactly("Claim the task");
        sent(number, "tasks/" + approval(number) + "/claim", Logins.supervisor(), 302);
        Element mine = page(number, Logins.supervisor()).selectFirst(".task");
        assertThat(mine.selectFirst(".hint").text()).isEqualTo("This task is yours.");
        assertThat(mine.select("button").eachText()).containsExactly("Submit", "Release the task");
        assertThat(page(number, Logins.support()).selectFirst(".task .hint").text())
                .endsWith("has this task.");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhatWasEnteredStays() throws Exception {
        approval();
        CaseNumber number = play.opened("Wrong approval");
        sent(number, "tasks/" + approval(number) + "/claim", Logins.supervisor(), 302);

        Document page = Pages.of(answer(number, "{\"amount\":501,\"why\":\"<b>\"}", 422));

        assertThat(page.select(".task .field-error").eachText()).containsExactly("Amount: 500 is the most.");
        Element form = page.selectFirst("[data-task-form]");
        assertThat(form.selectFirst("[data-wrong]").attr("data-wrong")).isEqualTo("amount");
        assertThat(form.attr("data-values")).contains("501", "<b>");
        answer(number, "no JSON", 422);
        answer(number, "[1]", 422);
        answer(number, "{\"amount\":12}", 302);
        assertThat(page(number, Logins.supervisor()).select(".event").text())
                .contains("completed the task “Approve the refund”", "Amount: 12");
    }

    @Test
    void theAnswerOfSomebodyForWhomTheTaskIsNotIsRefused() throws Exception {
        approval();
        CaseNumber number = play.opened("Not for Sam");
        Document page = sent(number, "tasks/" + approval(number) + "/answer", Logins.support(), 409);
        assertThat(page.selectFirst(".banner.bad").text())
                .isEqualTo("This task waits for others: Approve the refund. Nothing was changed.");
        sent(number, "tasks/" + approval(number) + "/answer", Logins.finance(), 404);
        sent(number, "tasks/no-task/answer", Logins.support(), 409);
    }

    @Test
    void thePageNamesTheFormsInGerman() throws Exception {
        approval();
        CaseNumber number = play.opened("Auf Deutsch");
        Document page = Pages.of(
                mvc.perform(get("/cases/" + number).locale(Locale.GERMANY).with(Logins.supervisor()))
                        .andReturn());
        assertThat(page.selectFirst(".task").text()).contains("Wartet auf: Aufsicht.", "Aufgabe übernehmen");
    }

    private void approval() {
        model.form(
                        "approveRefund",
                        "{\"type\":\"number\",\"label\":\"Amount\",\"key\":\"amount\",\"validate\":{\"max\":500}},"
                                + "{\"type\":\"textfield\",\"label\":\"Why\",\"key\":\"why\"}")
                .approvalBesideHandling("supervisors", "approveRefund")
                .deploy();
    }

    private String approval(CaseNumber number) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(number.value())
                .taskDefinitionKey("approve")
                .singleResult()
                .getId();
    }

    private MvcResult answer(CaseNumber number, String json, int status) throws Exception {
        MvcResult result = mvc.perform(post("/cases/" + number + "/tasks/" + approval(number) + "/answer")
                        .param("answers", json)
                        .locale(Locale.ENGLISH)
                        .with(Logins.supervisor())
                        .with(csrf()))
                .andReturn();
        assertThat(result.getResponse().getStatus()).isEqualTo(status);
        return result;
    }

    private Document page(CaseNumber number, RequestPostProcessor login) throws Exception {
        return Pages.of(
                mvc.perform(get("/cases/" + number).locale(Locale.ENGLISH).with(login))
                        .andReturn());
    }

    private Document sent(CaseNumber number, String verb, RequestPostProcessor login, int status) throws Exception {
        MvcResult result = mvc.perform(post("/cases/" + number + "/" + verb)
                        .locale(Locale.ENGLISH)
                        .with(login)
                        .with(csrf()))
                .andReturn();
        assertThat(result.getResponse().getStatus()).isEqualTo(status);
        return Pages.of(result);
    }
}
