package org.mailroom.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.access.tokens.ApiTokens;
import org.mailroom.access.tokens.Scope;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.outbox.Drafts;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutgoingMail.State;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@MailroomTest
class OutgoingMailControllerTests {

    private static final String MAILS = "/api/outgoing-mails";

    @Autowired
    MockMvc mvc;

    @Autowired
    Outbox outbox;

    @Autowired
    ApiTokens tokens;

    @Autowired
    CasePlay play;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void openInbox() {
        Drafts.openInbox(jdbc);
    }

    @AfterEach
    void nothingWaits() {
        jdbc.sql("update outgoing_mail set state = 'SENT' where inbox_key = 'outbox-test'")
                .update();
    }

    @Test
    void theNewestMailIsListedFirst() throws Exception {
        long older = put();
        long newer = put();
        mvc.perform(get(MAILS).with(admin()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.outgoing_mails[0].id").value(newer))
                .andExpect(jsonPath("$.outgoing_mails[1].id").value(older))
                .andExpect(jsonPath("$.outgoing_mails[0].state").value("WAITING"))
                .andExpect(jsonPath("$.outgoing_mails[0].inbox").value("outbox-test"));
    }

    @Test
    void aPageEndsWithWhereTheNextOneBegins() throws Exception {
        for (int mail = 0; mail < 51; mail++) {
            put();
        }
        mvc.perform(get(MAILS).param("inbox", "outbox-test").with(admin()))
                .andExpect(jsonPath("$.outgoing_mails.length()").value(50))
                .andExpect(jsonPath("$.next").isNumber());
    }

    @Test
    void mailsAreAskedForByStateAndInbox() throws Exception {
        long waiting = put();
        long failed = put();
        failed(failed);
        mvc.perform(get(MAILS)
                        .param("state", "failed")
                        .param("inbox", "outbox-test")
                        .with(admin()))
                .andExpect(jsonPath("$.outgoing_mails[*].id", hasItem((int) failed)))
                .andExpect(jsonPath("$.outgoing_mails[*].id", not(hasItem((int) waiting))));
        mvc.perform(get(MAILS).param("state", "lost").with(admin()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("state"));
        mvc.perform(get(MAILS).param("inbox", "No Inbox").with(admin()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("inbox"));
    }

    @Test
    void aMailSaysWhatTheServerSaid() throws Exception {
        long failed = put();
        failed(failed);
        mvc.perform(get(MAILS + "/" + failed).with(admin()))
                .andExpect(jsonPath("$.last_error").value("550 no such user"))
                .andExpect(jsonPath("$.attempts").value(1))
                .andExpect(jsonPath("$.possibly_doubled").value(false));
        mvc.perform(get(MAILS + "/999999999").with(admin())).andExpect(status().isNotFound());
    }

    @Test
    void aProgramSendsAMailOfACaseAgain() throws Exception {
        CaseNumber number = play.opened("Again by a program");
        long mail = jdbc.sql("select min(id) from outgoing_mail where case_number = :number")
                .param("number", number.value())
                .query(Long.class)
                .single();
        failed(mail);

        mvc.perform(post(MAILS + "/" + mail + "/send-again").header("Authorization", token(Scope.WORK)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.outgoing_mail").value(mail));

        assertThat(outbox.find(mail).orElseThrow().state()).isEqualTo(State.WAITING);
        assertThat(play.timeline(number)).contains("SEND_AGAIN");
    }

    @Test
    void aMailWithoutACaseIsSentAgainToo() throws Exception {
        long mail = put();
        failed(mail);

        mvc.perform(post(MAILS + "/" + mail + "/send-again").with(admin())).andExpect(status().isOk());

        assertThat(outbox.find(mail).orElseThrow().state()).isEqualTo(State.WAITING);
    }

    @Test
    void whatWasSentIsNotSentAgain() throws Exception {
        long mail = put();
        jdbc.sql("update outgoing_mail set state = 'SENT' where id = :id")
                .param("id", mail)
                .update();

        mvc.perform(post(MAILS + "/" + mail + "/send-again").with(admin())).andExpect(status().isConflict());
    }

    @Test
    void aTokenMayWhatItsScopeSays() throws Exception {
        long mail = put();
        mvc.perform(get(MAILS).header("Authorization", token(Scope.READ))).andExpect(status().isOk());
        mvc.perform(get(MAILS).header("Authorization", token(Scope.RELAY))).andExpect(status().isForbidden());
        mvc.perform(post(MAILS + "/" + mail + "/send-again").header("Authorization", token(Scope.READ)))
                .andExpect(status().isForbidden());
        mvc.perform(get(MAILS).with(httpBasic("support-agent", "support-agent")))
                .andExpect(status().isForbidden());
    }

    private String token(Scope scope) {
        return "Bearer " + tokens.make("outgoing " + UUID.randomUUID(), Set.of(scope), "admin", null);
    }

    private long put() {
        return outbox.put(Drafts.to("api@customer.example").draft()).id();
    }

    private void failed(long mail) {
        jdbc.sql(
                        """
                        update outgoing_mail set state = 'FAILED', attempts = 1, last_error = '550 no such user' where id = :id
                        """)
                .param("id", mail)
                .update();
    }

    private static RequestPostProcessor admin() {
        return httpBasic("admin", "admin");
    }
}
