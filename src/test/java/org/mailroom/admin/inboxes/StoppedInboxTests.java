package org.mailroom.admin.inboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.Breakers;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** Admins see which inbox sends no automatic mail any more, and let it send again. */
@MailroomTest
class StoppedInboxTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Breakers breakers;

    @Autowired
    JdbcClient jdbc;

    private final MockHttpSession session = new MockHttpSession();

    @AfterEach
    void forgetTheStop() {
        jdbc.sql("delete from automatic_mail_stop").update();
    }

    @Test
    void itsCardSaysSinceWhenAndHowManyWereHeldBack() throws Exception {
        breakers.stop(CasePlay.SUPPORT);
        breakers.holdsBack(CasePlay.SUPPORT);
        breakers.holdsBack(CasePlay.SUPPORT);

        Element support = card("support", Locale.ENGLISH);

        assertThat(support.select(".stop").text()).contains("has been stopped since", "2 mails have been held back.");
        assertThat(support.select(".stop time").attr("datetime"))
                .isEqualTo(breakers.stopped().get(CasePlay.SUPPORT).since().toString());
        assertThat(support.select(".stop button").text()).isEqualTo("Send automatic mail again");
        assertThat(card("finance", Locale.ENGLISH).select(".stop")).isEmpty();
        assertThat(card("support", Locale.GERMAN).select(".stop").text())
                .contains("ist angehalten, seit", "2 Mails wurden seither zurückgehalten.");
    }

    @Test
    void theTopOfThePageLeadsToIt() throws Exception {
        breakers.stop(CasePlay.SUPPORT);

        assertThat(page(Locale.ENGLISH).select("[role=alert] a").eachAttr("href"))
                .containsExactly("#inbox-support");
    }

    @Test
    void oneClickLetsItSendAgainAndASecondChangesNothing() throws Exception {
        breakers.stop(CasePlay.SUPPORT);
        String button = card("support", Locale.ENGLISH).select(".stop").attr("action");

        for (int click = 0; click < 2; click++) {
            mvc.perform(post(button).with(csrf()).with(user("admin")).session(session))
                    .andExpect(redirectedUrl("/admin/inboxes#inbox-support"));
        }

        assertThat(breakers.stopped()).isEmpty();
        Element support = card("support", Locale.ENGLISH);
        assertThat(support.select(".stop")).isEmpty();
        assertThat(support.select(".banner.good").text()).isEqualTo("Automatic mail leaves again.");
    }

    @Test
    void onlyAnAdminMay() throws Exception {
        breakers.stop(CasePlay.SUPPORT);

        mvc.perform(post("/admin/inboxes/support/resume").with(csrf()).with(user("support-agent")))
                .andExpect(status().isForbidden());

        assertThat(breakers.stopped()).containsKey(CasePlay.SUPPORT);
    }

    @Test
    void anInboxThatIsNotThereHasNothingToSend() throws Exception {
        mvc.perform(post("/admin/inboxes/none/resume").with(csrf()).with(user("admin")))
                .andExpect(status().isNotFound());
    }

    private Element card(String inbox, Locale language) throws Exception {
        return page(language).selectFirst("#inbox-" + inbox);
    }

    private Element page(Locale language) throws Exception {
        String page = mvc.perform(get("/admin/inboxes")
                        .with(user("admin"))
                        .session(session)
                        .locale(language))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
        return Jsoup.parse(page);
    }
}
