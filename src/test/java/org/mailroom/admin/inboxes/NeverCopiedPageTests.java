package org.mailroom.admin.inboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.NeverCopied;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** The list of addresses that never get a copy, as admins set it. */
@MailroomTest
class NeverCopiedPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    NeverCopied neverCopied;

    @AfterEach
    void nobodyIsListed() {
        neverCopied.list(List.of());
    }

    @Test
    void whatIsSavedIsListedInLowerCaseAndOnce() throws Exception {
        save("forms@portal.example\r\nAlias@mailroom.localhost, alias@mailroom.localhost")
                .andExpect(redirectedUrl("/admin/inboxes#never-copied"));

        assertThat(neverCopied.listed()).containsExactly("alias@mailroom.localhost", "forms@portal.example");
        assertThat(section(mvc.perform(get("/admin/inboxes").with(user("admin")).locale(Locale.ENGLISH)))
                        .selectFirst("textarea")
                        .wholeText())
                .contains("alias@mailroom.localhost\nforms@portal.example");
    }

    @Test
    void anEmptyListIsOneToo() throws Exception {
        neverCopied.list(List.of("forms@portal.example"));

        save(" ").andExpect(redirectedUrl("/admin/inboxes#never-copied"));

        assertThat(neverCopied.listed()).isEmpty();
    }

    @Test
    void whatIsNoAddressIsNamedAndNothingIsSaved() throws Exception {
        neverCopied.list(List.of("forms@portal.example"));

        Element section = section(save("alias@mailroom.localhost\nportal").andExpect(status().isUnprocessableEntity()));

        assertThat(section.selectFirst(".field-error").text()).isEqualTo("This is no e-mail address: portal");
        assertThat(section.selectFirst("textarea").wholeText()).contains("portal");
        assertThat(neverCopied.listed()).containsExactly("forms@portal.example");
    }

    @Test
    void onlyAdminsChangeIt() throws Exception {
        mvc.perform(post("/admin/never-copied").with(user("support-agent")).with(csrf()))
                .andExpect(status().isForbidden());
    }

    private ResultActions save(String addresses) throws Exception {
        return mvc.perform(post("/admin/never-copied")
                .param("addresses", addresses)
                .with(user("admin"))
                .with(csrf())
                .locale(Locale.ENGLISH));
    }

    private static Element section(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
                .selectFirst("#never-copied");
    }
}
