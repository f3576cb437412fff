package org.mailroom.admin.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.mailroom.access.tokens.ApiToken;
import org.mailroom.access.tokens.ApiTokens;
import org.mailroom.access.tokens.Scope;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@MailroomTest
class TokenPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApiTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    final MockHttpSession session = new MockHttpSession();
    final String name = "Gateway " + UUID.randomUUID();

    @Test
    void aTokenThatIsMadeIsShownOnceAndIsGood() throws Exception {
        make(name, "2099-12-31", "RELAY", "READ").andExpect(redirectedUrl("/admin/tokens"));

        String secret = shown().selectFirst("#made input").val();
        assertThat(shown().select("#made")).isEmpty();
        mvc.perform(get("/api/received-mails").header("Authorization", "Bearer " + secret))
                .andExpect(status().isOk());
        assertThat(made().scopes()).containsExactlyInAnyOrder(Scope.RELAY, Scope.READ);
        assertThat(made().madeBy()).isEqualTo("admin");
    }

    @Test
    void itsLastDayIsADayWhereTheAdminIs() throws Exception {
        make(name, "2099-12-31", "RELAY");

        assertThat(made().endsAt()).isEqualTo(Instant.parse("2099-12-31T23:00:00Z"));
    }

    @Test
    void aTokenWithoutALastDayLastsUntilItIsRevoked() throws Exception {
        make(name, "", "RELAY");

        assertThat(made().endsAt()).isNull();
        assertThat(card().text()).contains("Last used never", "Ends when it is revoked", "Ada Admin");
    }

    @Test
    void everyTokenIsListedWithWhatItMayDo() throws Exception {
        make(name, "", "WORK", "METRICS");

        assertThat(card().select("li").eachText())
                .containsExactly("Have a received mail taken in again", "Collect metrics");
        assertThat(shown().html()).doesNotContain("mailroom_");
    }

    @Test
    void aTokenThatHasEndedIsMarked() throws Exception {
        tokens.make(name, Set.of(Scope.READ), "admin", Instant.now().minusSeconds(1));

        assertThat(card().selectFirst("h3").text()).isEqualTo(name + " Ended");
    }

    @Test
    void aTokenIsRevokedOnlyAfterAQuestion() throws Exception {
        make(name, "", "READ");
        String secret = shown().selectFirst("#made input").val();
        Element question = card().selectFirst("details");
        assertThat(question.hasAttr("open")).isFalse();
        assertThat(question.text()).contains("This cannot be undone.", "Yes, revoke it");

        mvc.perform(asAdmin(post(question.selectFirst("form").attr("action"))))
                .andExpect(redirectedUrl("/admin/tokens"));

        assertThat(shown().selectFirst(".banner.good").text()).startsWith(name + " was revoked.");
        assertThat(tokens.all()).noneMatch(token -> token.name().equals(name));
        mvc.perform(get("/api/received-mails").header("Authorization", "Bearer " + secret))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void whatSomebodyElseRevokedMeanwhileIsRevoked() throws Exception {
        mvc.perform(asAdmin(post("/admin/tokens/999999999/revoke"))).andExpect(redirectedUrl("/admin/tokens"));

        assertThat(shown().select(".banner")).isEmpty();
    }

    @Test
    void whatIsMissingOrWrongIsSaidFieldByFieldAndWhatWasTypedStays() throws Exception {
        assertThat(refused(" ", "2001-01-01").select(".field-error").eachText())
                .containsExactly(
                        "Please enter a name of at most 100 characters.",
                        "This is not a day that lies ahead. Example: 2030-01-31",
                        "Please tick at least one thing.");

        make(name, "", "READ");
        Element form = refused(name, "tomorrow", "METRICS");
        assertThat(form.hasAttr("open")).isTrue();
        assertThat(form.select(".field-error").eachText())
                .containsExactly(
                        "Another token has this name.", "This is not a day that lies ahead. Example: 2030-01-31");
        assertThat(form.selectFirst("[name=name]").val()).isEqualTo(name);
        assertThat(form.select("[checked]").eachAttr("value")).containsExactly("METRICS");
        refused("Null \0", "");
        refused(name, "2099-02-30", "NO_SUCH");
        mvc.perform(asAdmin(post("/admin/tokens"))).andExpect(status().isUnprocessableEntity());
    }

    @Test
    void whereThereIsNoTokenYetTheFormIsOpenAndSaysSo() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            jdbc.sql("delete from api_token").update();

            Element form = shown().selectFirst("#new-token");
            assertThat(form.hasAttr("open")).isTrue();
            assertThat(form.text()).contains("There is no token yet.");
        });
    }

    @Test
    void onlyAdminsMakeAndRevokeTokens() throws Exception {
        mvc.perform(get("/admin/tokens").with(user("supervisor"))).andExpect(status().isForbidden());
        mvc.perform(post("/admin/tokens/1/revoke").with(user("supervisor")).with(csrf()))
                .andExpect(status().isForbidden());
    }

    private ResultActions make(String name, String lastDay, String... scopes) throws Exception {
        return mvc.perform(asAdmin(post("/admin/tokens"))
                .param("name", name)
                .param("lastDay", lastDay)
                .param("zone", "Europe/Berlin")
                .param("scopes", String.join(",", scopes)));
    }

    private Element refused(String name, String lastDay, String... scopes) throws Exception {
        return page(make(name, lastDay, scopes).andExpect(status().isUnprocessableEntity()))
                .selectFirst("#new-token");
    }

    private ApiToken made() {
        return tokens.all().stream()
                .filter(token -> token.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Element card() {
        return shown().selectFirst(".token:has(h3:contains(" + name + "))");
    }

    private Document shown() {
        try {
            return page(mvc.perform(asAdmin(get("/admin/tokens"))));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private MockHttpServletRequestBuilder asAdmin(MockHttpServletRequestBuilder request) {
        return request.with(user("admin")).with(csrf()).session(session).locale(Locale.ENGLISH);
    }

    private static Document page(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
