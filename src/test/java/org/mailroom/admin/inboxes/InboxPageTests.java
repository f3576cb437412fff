package org.mailroom.admin.inboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.camunda.bpm.engine.FilterService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.Inboxes;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@MailroomTest
class InboxPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Inboxes inboxes;

    @Autowired
    FilterService filters;

    private Inbox before;

    @BeforeEach
    void remember() {
        before = inboxes.get(CasePlay.SUPPORT);
    }

    @AfterEach
    void putBack() throws Exception {
        inboxes.change(before);
    }

    @Test
    void whatIsSavedHoldsFromThenOnAndItsFilterIsCalledLikeIt() throws Exception {
        mvc.perform(typed("First line", "90", "3").param("summarises", "true")).andExpect(status().is3xxRedirection());

        Inbox now = inboxes.get(CasePlay.SUPPORT);
        assertThat(now.name()).isEqualTo("First line");
        assertThat(now.confirms()).isFalse();
        assertThat(now.summarises()).isTrue();
        assertThat(now.target()).isEqualTo(Duration.ofMinutes(90));
        assertThat(now.reopenWindow()).isEqualTo(Duration.ofDays(3));
        assertThat(filters.createTaskFilterQuery().filterName("First line").count())
                .isOne();
        mvc.perform(typed(before.name(), "1440", "14").param("confirms", "true"));
    }

    @Test
    void badInputIsNamedKeptAndSavesNothing() throws Exception {
        mvc.perform(typed(" ", "soon", "-1"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("please enter a name")))
                .andExpect(content().string(containsString("1 to 999999 minutes")))
                .andExpect(content().string(containsString("from 0 to 9999")));
        mvc.perform(typed("Finance", "60", "1"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("another inbox has this name")));

        assertThat(inboxes.get(CasePlay.SUPPORT)).isEqualTo(before);
    }

    @Test
    void onlyAdminsSeeIt() throws Exception {
        mvc.perform(get("/admin/inboxes").with(admin())).andExpect(status().isOk());
        mvc.perform(get("/admin/inboxes").with(user("support-agent"))).andExpect(status().isForbidden());
    }

    private static MockHttpServletRequestBuilder typed(String name, String minutes, String days) {
        return post("/admin/inboxes/support")
                .with(admin())
                .with(csrf())
                .header("Accept-Language", "en")
                .param("name", name)
                .param("targetMinutes", minutes)
                .param("reopenDays", days);
    }

    private static RequestPostProcessor admin() {
        return user("admin");
    }
}
