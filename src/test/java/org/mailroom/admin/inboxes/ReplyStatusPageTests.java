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
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.ReplyStatus;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The status that a reply gives, as admins set it for all inboxes. */
@MailroomTest
class ReplyStatusPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ReplyStatus replyStatus;

    @AfterEach
    void asItIsShipped() {
        replyStatus.change("Customer replied");
    }

    @Test
    void whatIsSavedStandsInItsFieldAndOnTheCards() throws Exception {
        save("  To be  answered ").andExpect(redirectedUrl("/admin/inboxes#reply-status"));

        assertThat(replyStatus.now()).isEqualTo("To be answered");
        Document page =
                page(mvc.perform(get("/admin/inboxes").with(user("admin")).locale(Locale.ENGLISH)));
        assertThat(page.selectFirst("#reply-status-word").val()).isEqualTo("To be answered");
        assertThat(page.selectFirst("#inbox-support .boxes").text())
                .contains("Give an open case the status “To be answered” when the customer replies");
    }

    @Test
    void anEmptyOrOverlongStatusIsRefused() throws Exception {
        for (String wrong : new String[] {" ", "x".repeat(61)}) {
            Document page = page(save(wrong).andExpect(status().isUnprocessableEntity()));
            assertThat(page.selectFirst("#reply-status .field-error").text())
                    .isEqualTo("Please enter a status of at most 60 characters.");
        }
        assertThat(replyStatus.now()).isEqualTo("Customer replied");
    }

    @Test
    void onlyAdminsChangeIt() throws Exception {
        mvc.perform(post("/admin/reply-status")
                        .param("status", "Mine")
                        .with(user("support-agent"))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }

    private ResultActions save(String status) throws Exception {
        return mvc.perform(post("/admin/reply-status")
                .param("status", status)
                .with(user("admin"))
                .with(csrf())
                .locale(Locale.ENGLISH));
    }

    private static Document page(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
