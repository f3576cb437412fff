package org.mailroom.api;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailbox.FrontDoor;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@MailroomTest
class ReceivedMailControllerTests {

    private static final String LOG = "/api/received-mails";

    @Autowired
    MockMvc mvc;

    @Autowired
    FrontDoor door;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theNewestMailIsListedFirst() throws Exception {
        long older = kept();
        long newer = kept();
        mvc.perform(get(LOG).with(admin()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.received_mails[0].id").value(newer))
                .andExpect(jsonPath("$.received_mails[1].id").value(older))
                .andExpect(jsonPath("$.received_mails[0].state").value("RECEIVED"));
    }

    @Test
    void aPageEndsWithWhereTheNextOneBegins() throws Exception {
        long newest = kept();
        for (int mail = 0; mail < 51; mail++) {
            kept();
        }
        mvc.perform(get(LOG).with(admin()))
                .andExpect(jsonPath("$.received_mails.length()").value(50))
                .andExpect(jsonPath("$.next").isNumber());
        mvc.perform(get(LOG).param("after", String.valueOf(newest)).with(admin()))
                .andExpect(jsonPath("$.received_mails[0].id", lessThan((int) newest)));
    }

    @Test
    void theLogIsAskedForOneState() throws Exception {
        long waiting = kept();
        long quarantined = kept();
        quarantine(quarantined);
        mvc.perform(get(LOG).param("state", "quarantined").with(admin()))
                .andExpect(jsonPath("$.received_mails[*].id", hasItem((int) quarantined)))
                .andExpect(jsonPath("$.received_mails[*].id", not(hasItem((int) waiting))));
        mvc.perform(get(LOG).param("state", "lost").with(admin()))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.field").value("state"));
    }

    @Test
    void aMailIsGivenOutByteForByte() throws Exception {
        byte[] raw = raw();
        long id = door.keep(new InboxKey("support"), raw).id();
        mvc.perform(get(LOG + "/" + id + "/raw").with(admin()))
                .andExpect(status().isOk())
                .andExpect(content().contentType("message/rfc822"))
                .andExpect(content().bytes(raw));
    }

    @Test
    void aMailInQuarantineIsTakenInAgain() throws Exception {
        long id = kept();
        quarantine(id);
        mvc.perform(post(LOG + "/" + id + "/reprocess").with(admin()))
                .andExpect(status().isAccepted())
                .andExpect(jsonPath("$.received_mail").value(id));
        mvc.perform(get(LOG + "/" + id).with(admin()))
                .andExpect(jsonPath("$.state").value("RECEIVED"))
                .andExpect(jsonPath("$.attempts").value(0));
    }

    @Test
    void aMailThatWaitsAlreadyIsNotTakenInTwice() throws Exception {
        long id = kept();
        mvc.perform(post(LOG + "/" + id + "/reprocess").with(admin())).andExpect(status().isConflict());
    }

    @Test
    void aMailThatIsNotThereIsNotFound() throws Exception {
        mvc.perform(get(LOG + "/999999999").with(admin())).andExpect(status().isNotFound());
        mvc.perform(get(LOG + "/999999999/raw").with(admin())).andExpect(status().isNotFound());
        mvc.perform(post(LOG + "/999999999/reprocess").with(admin())).andExpect(status().isNotFound());
    }

    @Test
    void agentsDoNotSeeTheMailOfAllInboxes() throws Exception {
        long id = kept();
        mvc.perform(get(LOG).with(agent())).andExpect(status().isForbidden());
        mvc.perform(get(LOG + "/" + id + "/raw").with(agent())).andExpect(status().isForbidden());
        mvc.perform(post(LOG + "/" + id + "/reprocess").with(agent())).andExpect(status().isForbidden());
    }

    private long kept() {
        return door.keep(new InboxKey("support"), raw()).id();
    }

    private void quarantine(long id) {
        jdbc.sql("update received_mail set state = 'QUARANTINED', attempts = 3 where id = :id")
                .param("id", id)
                .update();
    }

    private static byte[] raw() {
        return ("From: carla@customer.example\r\nSubject: " + UUID.randomUUID() + "\r\n\r\nHello\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static RequestPostProcessor admin() {
        return httpBasic("admin", "admin");
    }

    private static RequestPostProcessor agent() {
        return httpBasic("support-agent", "support-agent");
    }
}
