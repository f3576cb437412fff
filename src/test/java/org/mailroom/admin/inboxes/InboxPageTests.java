package org.mailroom.admin.inboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.FilterService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.engine.InboxRights;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.Inboxes;
import org.mailroom.inbox.WhenClosed;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@MailroomTest
class InboxPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Inboxes inboxes;

    @Autowired
    InboxRights rights;

    @Autowired
    FilterService filters;

    private Inbox before;

    @BeforeEach
    void remember() {
        before = inboxes.get(CasePlay.SUPPORT);
    }

    @AfterEach
    void putBack() {
        rights.grant(inboxes.change(before));
    }

    @Test
    void whatIsSavedHoldsFromThenOnAndItsFilterIsCalledLikeIt() throws Exception {
        Element support = saved("First line", "90", "MINUTES", "36", "HOURS", "NEW_CASE");

        Inbox now = inboxes.get(CasePlay.SUPPORT);
        assertThat(now.name()).isEqualTo("First line");
        assertThat(now.confirms()).isFalse();
        assertThat(now.summarises()).isTrue();
        assertThat(now.target()).isEqualTo(Duration.ofMinutes(90));
        assertThat(now.reopenWindow()).isEqualTo(Duration.ofHours(36));
        assertThat(now.whenClosed()).isEqualTo(WhenClosed.NEW_CASE);
        assertThat(filters.createTaskFilterQuery().filterName("First line").count())
                .isOne();
        assertThat(support.selectFirst(".banner.good").text()).startsWith("Saved.");
        assertThat(entered(support)).containsExactly("First line", "", "90", "MINUTES", "NEW_CASE", "36", "HOURS");
    }

    @Test
    void lengthsAreShownInTheirLargestWholeUnit() throws Exception {
        assertThat(entered(saved("First line", "1440", "MINUTES", "48", "HOURS", "REOPEN")))
                .containsExactly("First line", "", "1", "DAYS", "REOPEN", "2", "DAYS");
    }

    @Test
    void whatIsWrongIsSaidInPlaceAndWhatWasTypedStays() throws Exception {
        Element support = wrong(" ", "soon", "HOURS", "3651", "DAYS", "REJECT");

        assertThat(support.selectFirst(".banner.bad").text()).startsWith("Nothing was saved");
        assertThat(support.select(".field:has([aria-invalid]) .field-error").eachText())
                .containsExactly(
                        "Please enter a name of at most 100 characters.",
                        "Please enter a whole number, such as 8.",
                        "Ten years are the most.");
        assertThat(entered(support)).containsExactly(" ", "", "soon", "HOURS", "REJECT", "3651", "DAYS");
        assertThat(inboxes.get(CasePlay.SUPPORT)).isEqualTo(before);
    }

    @Test
    void aNameBelongsToOneInboxAndNoCaseIsDueAtOnce() throws Exception {
        assertThat(wrong("Finance", "0", "HOURS", "0", "DAYS", "REOPEN")
                        .select(".field-error")
                        .eachText())
                .containsExactly("Another inbox has this name.", "Please enter a minute or more.");
    }

    @Test
    void whatBecomesOfAReplyToAClosedCaseMustBeOneOfWhatThereIs() throws Exception {
        assertThat(wrong("First line", "1", "DAYS", "1", "DAYS", "FORGET")
                        .select(".field-error")
                        .eachText())
                .containsExactly("Please choose what becomes of a reply to a closed case.");
    }

    @Test
    void thereIsNothingToSaveForAnInboxThatIsNotThere() throws Exception {
        mvc.perform(post("/admin/inboxes/No such inbox").with(csrf()).with(admin()))
                .andExpect(status().isNotFound());
    }

    @Test
    void onlyAdminsSeeIt() throws Exception {
        mvc.perform(get("/admin/inboxes").with(admin())).andExpect(status().isOk());
        mvc.perform(get("/admin/inboxes").with(user("support-agent"))).andExpect(status().isForbidden());
    }

    private Element saved(String... typed) throws Exception {
        var session = new MockHttpSession();
        mvc.perform(request(typed).session(session)).andExpect(redirectedUrl("/admin/inboxes#inbox-support"));
        return support(
                mvc.perform(get("/admin/inboxes").with(admin()).session(session).locale(Locale.ENGLISH)));
    }

    private Element wrong(String... typed) throws Exception {
        return support(mvc.perform(request(typed)).andExpect(status().isUnprocessableEntity()));
    }

    private static MockHttpServletRequestBuilder request(String... typed) {
        return post("/admin/inboxes/support")
                .with(admin())
                .with(csrf())
                .locale(Locale.ENGLISH)
                .param("name", typed[0])
                .param("targetAmount", typed[1])
                .param("targetUnit", typed[2])
                .param("reopenAmount", typed[3])
                .param("reopenUnit", typed[4])
                .param("whenClosed", typed[5])
                .param("summarises", "true");
    }

    private static Element support(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
                .selectFirst("#inbox-support");
    }

    private static List<String> entered(Element inbox) {
        return inbox.select(".field input, .field select").stream()
                .map(field ->
                        field.is("select") ? field.select("option[selected]").attr("value") : field.val())
                .toList();
    }

    private static RequestPostProcessor admin() {
        return user("admin");
    }
}
