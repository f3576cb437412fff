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
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.engine.People;
import org.mailroom.engine.Person;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.inbox.WhenClosed;
import org.mailroom.message.EmailAddress;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Who works an inbox, as admins choose it on its card. */
@MailroomTest
class MembersTests {

    private static final InboxKey CLUB = new InboxKey("members-club");

    @Autowired
    MockMvc mvc;

    @Autowired
    InboxSetup setup;

    @Autowired
    Inboxes inboxes;

    @Autowired
    People people;

    final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void anInboxWithOneMember() {
        Inbox club = new Inbox(
                CLUB,
                "Members club",
                EmailAddress.of("members-club@mailroom.localhost"),
                "MCL",
                null,
                true,
                false,
                true,
                Duration.ofDays(1),
                Duration.ofDays(14),
                WhenClosed.REOPEN);
        setup.add(club, List.of());
        setup.change(club);
        people.addIfMissing(new Person("members-mia", "Mia Member", null, Set.of(CLUB.group())), "not used");
        people.addIfMissing(new Person("members-otto", "Otto Outside", null, Set.of()), "not used");
        people.join("members-mia", CLUB.group());
        people.leave("members-otto", CLUB.group());
    }

    @Test
    void whoIsAddedIsAMemberAndMayGetNewCases() throws Exception {
        assertThat(names(shown())).containsExactly("Mia Member");

        add("members-otto").andExpect(redirectedUrl("/admin/inboxes#members-members-club"));

        Element card = shown();
        assertThat(card.selectFirst(".members .banner.good").text()).isEqualTo("Otto Outside is a member now.");
        assertThat(names(card)).containsExactly("Mia Member", "Otto Outside");
        assertThat(card.select("[name=owner] option").eachText())
                .containsExactly("all members", "Mia Member", "Otto Outside");
        assertThat(card.select("[name=person] option").eachAttr("value"))
                .contains("support-agent")
                .doesNotContain("members-otto");
        assertThat(people.find("members-otto").orElseThrow().groups()).contains("inbox-members-club");
    }

    @Test
    void whoIsAddedTwiceIsAMemberOnce() throws Exception {
        add("members-mia").andExpect(status().is3xxRedirection());

        assertThat(names(shown())).containsExactly("Mia Member");
    }

    @Test
    void whoIsRemovedIsNoMemberAndAnInboxWithoutAnySaysSo() throws Exception {
        remove("members-mia").andExpect(status().is3xxRedirection());

        Element card = shown();
        assertThat(card.selectFirst(".members .banner.good").text()).isEqualTo("Mia Member is a member no longer.");
        assertThat(card.selectFirst(".members .banner.warn").text()).startsWith("Nobody yet");
        assertThat(names(card)).isEmpty();
        assertThat(people.inGroup(CLUB.group())).isEmpty();
    }

    @Test
    void newCasesGoToAMemberWhereOneIsChosen() throws Exception {
        saveOwner("members-mia").andExpect(status().is3xxRedirection());
        assertThat(inboxes.get(CLUB).defaultOwner()).isEqualTo("members-mia");

        saveOwner("").andExpect(status().is3xxRedirection());
        assertThat(inboxes.get(CLUB).defaultOwner()).isNull();
    }

    @Test
    void newCasesDoNotGoToAStranger() throws Exception {
        Element card = card(saveOwner("members-otto").andExpect(status().isUnprocessableEntity()));

        assertThat(card.select(".field:has([aria-invalid]) .field-error").eachText())
                .containsExactly("This person is not a member of this inbox. Please choose another one.");
        assertThat(inboxes.get(CLUB).defaultOwner()).isNull();
    }

    @Test
    void anOwnerOfNewCasesWhoLeftIsShownAsAStrangerAndStaysUntilSomebodyElseIsChosen() throws Exception {
        saveOwner("members-mia");
        remove("members-mia");

        assertThat(shown().select("[name=owner] [selected]").text()).isEqualTo("Mia Member (not in this inbox)");
        saveOwner("members-mia").andExpect(status().is3xxRedirection());
        assertThat(inboxes.get(CLUB).defaultOwner()).isEqualTo("members-mia");
    }

    @Test
    void thereIsNobodyToAddWhoIsNotThereAndNoInboxToAddHimTo() throws Exception {
        add("members-nobody").andExpect(status().isNotFound());
        add("").andExpect(status().isNotFound());
        mvc.perform(post("/admin/inboxes/nowhere/members")
                        .with(csrf())
                        .with(admin())
                        .param("person", "members-otto"))
                .andExpect(status().isNotFound());
    }

    private ResultActions add(String person) throws Exception {
        return mvc.perform(request("/members").param("person", person));
    }

    private ResultActions remove(String person) throws Exception {
        return mvc.perform(request("/members/" + person + "/remove"));
    }

    private ResultActions saveOwner(String owner) throws Exception {
        return mvc.perform(request("")
                .param("owner", owner)
                .param("name", "Members club")
                .param("targetAmount", "1")
                .param("targetUnit", "DAYS")
                .param("reopenAmount", "14")
                .param("reopenUnit", "DAYS")
                .param("whenClosed", "REOPEN"));
    }

    private MockHttpServletRequestBuilder request(String path) {
        return post("/admin/inboxes/members-club" + path)
                .with(csrf())
                .with(admin())
                .session(session)
                .locale(Locale.ENGLISH);
    }

    private Element shown() throws Exception {
        return card(
                mvc.perform(get("/admin/inboxes").with(admin()).session(session).locale(Locale.ENGLISH)));
    }

    private static Element card(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8))
                .selectFirst("#inbox-members-club");
    }

    private static List<String> names(Element card) {
        return card.select(".members li span").eachText();
    }

    private static RequestPostProcessor admin() {
        return user("admin").authorities(new SimpleGrantedAuthority(People.ADMINS));
    }
}
