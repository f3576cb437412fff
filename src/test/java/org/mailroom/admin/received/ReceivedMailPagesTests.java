package org.mailroom.admin.received;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailbox.FrontDoor;
import org.mailroom.mailbox.ReceivedMail;
import org.mailroom.mailbox.ReceivedMail.State;
import org.mailroom.mailbox.ReceivedMailLog;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@MailroomTest
class ReceivedMailPagesTests {

    private static final String PAGE = "/admin/received-mails";

    @Autowired
    MockMvc mvc;

    @Autowired
    FrontDoor door;

    @Autowired
    ReceivedMailLog log;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyMailIsListedWithItsStateAndReason() throws Exception {
        quarantined("Broken <b>lamp</b> " + UUID.randomUUID());

        mvc.perform(asAdmin(get(PAGE)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("In quarantine")))
                .andExpect(content().string(containsString("It could not be read.")))
                .andExpect(content().string(containsString("Broken &lt;b&gt;lamp")));
    }

    @Test
    void theListIsSearchedBySenderSubjectAndState() throws Exception {
        String word = UUID.randomUUID().toString();
        quarantined("Lamp " + word);

        mvc.perform(asAdmin(get(PAGE).param("words", word.toUpperCase(Locale.ROOT))))
                .andExpect(content().string(containsString("Lamp " + word)));
        mvc.perform(asAdmin(get(PAGE).param("words", word).param("state", "DELIVERED")))
                .andExpect(content().string(not(containsString("Lamp " + word))))
                .andExpect(content().string(containsString("There is no such mail.")));
    }

    @Test
    void severalMailsAreTakenInAgainAtOnce() throws Exception {
        long first = quarantined("First");
        long second = quarantined("Second");
        long waiting = kept("Waiting");

        mvc.perform(asAdmin(post(PAGE + "/again").param("id", first + "", second + "", waiting + "")))
                .andExpect(redirectedUrl(PAGE))
                .andExpect(flash().attribute("again", 2L));
        assertThat(line(first).state()).isEqualTo(State.RECEIVED);
        assertThat(line(second).state()).isEqualTo(State.RECEIVED);
    }

    @Test
    void whatIsSetAsideLeavesTheQuarantineAndStaysInTheLog() throws Exception {
        long id = quarantined("Rubbish");

        mvc.perform(asAdmin(post(PAGE + "/" + id + "/aside"))).andExpect(redirectedUrl(PAGE + "/" + id));
        assertThat(line(id).state()).isEqualTo(State.IGNORED);
        mvc.perform(asAdmin(get(PAGE + "/" + id)))
                .andExpect(content().string(containsString("Ada Admin set it aside.")))
                .andExpect(content().string(containsString("Take in again")));
    }

    @Test
    void aMailIsDownloadedAsItCame() throws Exception {
        byte[] raw = "From: a@example.org\r\n\r\nBytes".getBytes(StandardCharsets.US_ASCII);
        long id = door.keep(new InboxKey("support"), raw).id();

        String link = page(id).selectFirst("a.button").attr("href");

        mvc.perform(asAdmin(get(link))).andExpect(content().bytes(raw));
    }

    @Test
    void aMailWhoseTimeWasOverIsOfferedNeitherForDownloadNorToBeTakenInAgain() throws Exception {
        long id = quarantined("Old");
        jdbc.sql("update received_mail set raw = null, state = 'IGNORED' where id = :id")
                .param("id", id)
                .update();

        assertThat(page(id).select("a.button, button.primary")).isEmpty();
        assertThat(page(id).text()).contains("The mail as it came was deleted, its time was over.");
    }

    @Test
    void whatIsListedAsEvidenceIsNotSaidAgainAsReason() throws Exception {
        long id = quarantined("Repeated");
        jdbc.sql("update received_mail set reason = :reason, evidence = array[:first, :second] where id = :id")
                .param("reason", "It reports a failure. It belongs to no case.")
                .param("first", "It reports a failure.")
                .param("second", "It is signed.")
                .param("id", id)
                .update();

        assertThat(page(id).select(".setting > p").eachText()).containsExactly("It belongs to no case.");
        assertThat(page(id).select(".setting ul li").eachText())
                .containsExactly("It reports a failure.", "It is signed.");
    }

    @Test
    void aMailThatIsNotThereIsNotFound() throws Exception {
        mvc.perform(asAdmin(get(PAGE + "/999999999"))).andExpect(status().isNotFound());
        mvc.perform(asAdmin(post(PAGE + "/999999999/aside"))).andExpect(status().isNotFound());
    }

    @Test
    void onlyAdminsLookAtIt() throws Exception {
        mvc.perform(get(PAGE).with(user("support-agent"))).andExpect(status().isForbidden());
    }

    private static MockHttpServletRequestBuilder asAdmin(MockHttpServletRequestBuilder request) {
        return request.with(user("admin")).with(csrf()).locale(Locale.ENGLISH);
    }

    private Document page(long id) throws Exception {
        return Jsoup.parse(mvc.perform(asAdmin(get(PAGE + "/" + id)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private long kept(String subject) {
        String raw = "From: carla@customer.example\r\nSubject: " + subject + "\r\n\r\n" + UUID.randomUUID();
        return door.keep(new InboxKey("support"), raw.getBytes(StandardCharsets.UTF_8))
                .id();
    }

    private long quarantined(String subject) {
        long id = kept(subject);
        jdbc.sql(
                        """
                        update received_mail
                        set state = 'QUARANTINED', reason = 'It could not be read.', subject = :subject where id = :id
                        """)
                .param("subject", subject)
                .param("id", id)
                .update();
        return id;
    }

    private ReceivedMail line(long id) {
        return log.line(id).orElseThrow();
    }
}
