package org.mailroom.admin.outbox;

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

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.outbox.Drafts;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutgoingLine;
import org.mailroom.outbox.OutgoingMail.State;
import org.mailroom.outbox.OutgoingMailLog;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@MailroomTest
class OutgoingMailPagesTests {

    private static final String PAGE = "/admin/outbox";

    @Autowired
    MockMvc mvc;

    @Autowired
    Outbox outbox;

    @Autowired
    OutgoingMailLog log;

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
        jdbc.sql("update outgoing_mail set state = 'SENT', taken_until = null where inbox_key = 'outbox-test'")
                .update();
        jdbc.sql(
                        """
                        delete from outgoing_mail_news
                        where outgoing_mail_id in (select id from outgoing_mail where inbox_key = 'outbox-test')
                        """)
                .update();
        jdbc.sql("update outgoing_account set trouble = null, trouble_words = null, trouble_since = null")
                .update();
    }

    @Test
    void whatWaitsAndFailedIsListedWithTheServersWords() throws Exception {
        failed(put("Broken <b>lamp</b>"));

        mvc.perform(asAdmin(get(PAGE)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Broken &lt;b&gt;lamp")))
                .andExpect(content().string(containsString("550 no such user")))
                .andExpect(content().string(containsString("Failed")));
    }

    @Test
    void whatWasSentIsListedWhereOneAsksForIt() throws Exception {
        long sent = put("Sent already");
        set(sent, "state = 'SENT', sent_at = now()");

        assertThat(page(PAGE).text()).doesNotContain("Sent already");
        assertThat(page(PAGE + "?show=SENT").text()).contains("Sent already");
    }

    @Test
    void theListIsSearchedByRecipientSubjectStateAndInbox() throws Exception {
        String word = UUID.randomUUID().toString();
        failed(put("Lamp " + word));

        assertThat(page(PAGE + "?words=" + word.toUpperCase(Locale.ROOT)).text())
                .contains("Lamp " + word);
        assertThat(page(PAGE + "?inbox=outbox-test&show=FAILED").text()).contains("Lamp " + word);
        assertThat(page(PAGE + "?words=" + word + "&inbox=support").text()).doesNotContain("Lamp " + word);
        assertThat(page(PAGE + "?words=" + word + "&show=WAITING").text()).contains("There is no such mail.");
    }

    @Test
    void anEmptyOutboxSaysSo() throws Exception {
        jdbc.sql("update outgoing_mail set state = 'SENT' where state <> 'SENT'")
                .update();

        assertThat(page(PAGE).text()).contains("All mail has left");
        assertThat(page(PAGE, Locale.GERMAN).text()).contains("Alle Mails sind gesendet");
    }

    @Test
    void aLongListGoesOnWhereThePageEnds() throws Exception {
        for (int mail = 0; mail < 51; mail++) {
            put("Page " + mail);
        }

        Document first = page(PAGE + "?inbox=outbox-test");
        Document second = page(first.selectFirst("a.button:contains(Older)").attr("href"));

        assertThat(first.select(".log li")).hasSize(50);
        assertThat(second.text()).contains("Page 0").doesNotContain("Page 50");
    }

    @Test
    void chosenMailsAreSentAgain() throws Exception {
        long first = put("First");
        long second = put("Second");
        failed(first);
        failed(second);
        long sent = put("Third");
        set(sent, "state = 'SENT'");

        mvc.perform(asAdmin(post(PAGE + "/again").param("id", first + "", second + "", sent + "")))
                .andExpect(redirectedUrl(PAGE))
                .andExpect(flash().attribute("again", 2L));
        assertThat(List.of(first, second))
                .allSatisfy(id -> assertThat(line(id).state()).isEqualTo(State.WAITING));
    }

    @Test
    void allFailedOfASearchAreSentAgain() throws Exception {
        long failed = put("All of it");
        failed(failed);
        long ofAnother = failedOfACase("Not of this inbox");

        mvc.perform(asAdmin(post(PAGE + "/again/failed").param("inbox", "outbox-test")))
                .andExpect(flash().attribute("again", 1L));

        assertThat(line(failed).state()).isEqualTo(State.WAITING);
        assertThat(line(ofAnother).state()).isEqualTo(State.FAILED);
    }

    @Test
    void theCaseOfAMailThatIsSentAgainSaysWhoDidIt() throws Exception {
        long mail = failedOfACase("Of a case");

        mvc.perform(asAdmin(post(PAGE + "/again").param("id", mail + "")));

        assertThat(jdbc.sql("select actor from case_event where case_number = :number and kind = 'SEND_AGAIN'")
                        .param("number", line(mail).caseNumber().value())
                        .query(String.class)
                        .single())
                .isEqualTo("admin");
    }

    @Test
    void aMailThatWaitsIsGivenUpAndSaysByWhom() throws Exception {
        long waiting = put("Not any more");

        mvc.perform(asAdmin(post(PAGE + "/give-up").param("id", waiting + "")))
                .andExpect(flash().attribute("givenUp", 1L));

        assertThat(line(waiting).state()).isEqualTo(State.FAILED);
        mvc.perform(asAdmin(get(PAGE + "/" + waiting)))
                .andExpect(content().string(containsString("Ada Admin gave it up.")))
                .andExpect(content().string(containsString("Send again")))
                .andExpect(content().string(not(containsString("Give up"))));
    }

    @Test
    void aMailThatIsBeingHandedOverIsNotGivenUp() throws Exception {
        long inHand = put("In hand");
        set(inHand, "taken_until = now() + interval '1 minute'");

        mvc.perform(asAdmin(post(PAGE + "/give-up").param("id", inHand + "")))
                .andExpect(flash().attribute("givenUp", 0L));

        assertThat(line(inHand).state()).isEqualTo(State.WAITING);
    }

    @Test
    void aMailServerThatTakesNothingIsSaidWithItsWordsAndTriedOnDemand() throws Exception {
        jdbc.sql(
                        """
                        update outgoing_account
                        set trouble = 'LOGIN_REFUSED', trouble_words = 'It says: 535 wrong password', trouble_since = now(),
                            resting_until = now() + interval '1 minute'
                        """)
                .update();

        assertThat(page(PAGE).select("[role=alert]").text()).contains("takes no mail", "535 wrong password", "Try now");
        mvc.perform(asAdmin(post(PAGE + "/try"))).andExpect(redirectedUrl(PAGE));
        assertThat(jdbc.sql("select resting_until is null from outgoing_account where id = 0")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aMailThatMayHaveArrivedTwiceSaysSo() throws Exception {
        long doubled = put("Twice " + UUID.randomUUID());
        set(doubled, "state = 'SENT', possibly_doubled = 1");

        assertThat(page(PAGE + "?show=DOUBLED").text()).contains("It may have arrived twice");
        assertThat(page(PAGE + "/" + doubled).text()).contains("It may have arrived twice");
    }

    @Test
    void aMailLeadsToItsCaseAndIsDownloadedAsItLeaves() throws Exception {
        long mail = failedOfACase("Leads to its case");

        Document page = page(PAGE + "/" + mail);

        assertThat(page.select("a[href=/cases/" + line(mail).caseNumber().value() + "]"))
                .hasSize(1);
        mvc.perform(asAdmin(get(page.selectFirst("a.button").attr("href"))))
                .andExpect(content().contentType("message/rfc822"))
                .andExpect(content().string(containsString("Message-ID")));
    }

    @Test
    void onlyAdminsSeeIt() throws Exception {
        mvc.perform(get(PAGE).with(user("supervisor"))).andExpect(status().isForbidden());
        mvc.perform(get(PAGE + "/999999999").with(user("admin"))).andExpect(status().isNotFound());
    }

    private long put(String subject) {
        return outbox.put(Drafts.to("page@customer.example").subject(subject).draft())
                .id();
    }

    private long failedOfACase(String subject) {
        CaseNumber number = play.opened(subject);
        long mail = jdbc.sql("select min(id) from outgoing_mail where case_number = :number")
                .param("number", number.value())
                .query(Long.class)
                .single();
        failed(mail);
        return mail;
    }

    private void failed(long mail) {
        set(mail, "state = 'FAILED', attempts = 1, last_error = '550 no such user'");
    }

    private void set(long mail, String columns) {
        jdbc.sql("update outgoing_mail set " + columns + " where id = :id")
                .param("id", mail)
                .update();
    }

    private OutgoingLine line(long mail) {
        return log.line(mail).orElseThrow();
    }

    private Document page(String path) throws Exception {
        return page(path, Locale.ENGLISH);
    }

    private Document page(String path, Locale language) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(user("admin")).locale(language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private static MockHttpServletRequestBuilder asAdmin(MockHttpServletRequestBuilder request) {
        return request.with(user("admin")).with(csrf()).locale(Locale.ENGLISH);
    }
}
