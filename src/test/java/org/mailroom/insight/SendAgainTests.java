package org.mailroom.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.WrittenCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@MailroomTest
class SendAgainTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CasePlay play;

    @Test
    void aSupervisorSendsAMailAgainFromCockpit() throws Exception {
        long mail = failed("Again from Cockpit");
        mvc.perform(again(mail).with(csrf()).with(user("supervisor")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.message").value("The mail is being sent again."));
        assertThat(state(mail)).isEqualTo("WAITING");
    }

    @Test
    void theAgentOfAnotherInboxIsToldThatThereIsNoSuchCase() throws Exception {
        long mail = failed("Not for finance");
        mvc.perform(again(mail).with(csrf()).with(user("finance-agent")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value(containsString("not yours")));
        assertThat(state(mail)).isEqualTo("FAILED");
    }

    @Test
    void anotherSiteCannotSendAMailAgain() throws Exception {
        long mail = failed("Forged again");
        mvc.perform(again(mail).session(new MockHttpSession()).with(user("supervisor")))
                .andExpect(status().isForbidden());
        assertThat(state(mail)).isEqualTo("FAILED");
    }

    @Test
    void aScriptLearnsWhatToSendAlong() throws Exception {
        mvc.perform(get("/csrf").with(user("supervisor")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.header").value(not(emptyString())))
                .andExpect(jsonPath("$.token").value(not(emptyString())));
    }

    @Test
    void cockpitAndTasklistLoadOurScripts() throws Exception {
        load("cockpit/scripts/config.js", "mailroom/send-again");
        load("cockpit/mailroom/send-again.js", "cockpit.incident.action");
        load("tasklist/scripts/config.js", "mailroom/conversation");
        load("tasklist/mailroom/conversation.js", "tasklist.task.detail");
    }

    private void load(String path, String words) throws Exception {
        mvc.perform(get("/camunda/app/" + path).with(user("supervisor")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(words)));
    }

    private long failed(String subject) {
        CaseNumber number = play.opened(subject);
        return new WrittenCases(jdbc).outgoing(number, "FAILED", 4, "550 no such user");
    }

    private String state(long mail) {
        return jdbc.sql("select state from outgoing_mail where id = :id")
                .param("id", mail)
                .query(String.class)
                .single();
    }

    private static MockHttpServletRequestBuilder again(long mail) {
        return post("/api/outgoing-mails/" + mail + "/send-again").locale(Locale.ENGLISH);
    }
}
