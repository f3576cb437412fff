package org.mailroom.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.cases.CaseEvent;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.WrittenCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@MailroomTest
class CasePageTests {

    private static final String HOSTILE = "<script>alert(1)</script> [[${7*7}]] ${7*7} #{must} \r\n 🎉 ";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CasePlay play;

    WrittenCases cases;

    @BeforeEach
    void tables() {
        cases = new WrittenCases(jdbc);
    }

    @Test
    void theHeadSaysWhatTheCaseIs() throws Exception {
        CaseNumber number = cases.open("support", "Broken lamp");
        cases.set(number, Map.of("owner", "support-agent", "priority", 75));
        Element head = page(number, Logins.support()).selectFirst(".case-head");
        assertThat(head.text())
                .contains(number.value(), "Broken lamp", "Carla Customer", "carla@customer.example", "Support")
                .contains("Sam Support (you)", "75", "overdue");
    }

    @Test
    void mailsNotesAndEventsStandInTimeOrder() throws Exception {
        CaseNumber number = cases.open("support", "Order");
        cases.received(number, 1, "first", "first", null);
        cases.event(number, 2, "NOTED", "support-agent", null, null, "second");
        cases.replied(number, 3, "third", "support-agent", null);
        cases.event(number, 4, "FORWARDED", "support-agent", "Support", "Finance", "fourth");
        assertThat(page(number, Logins.support()).select(".lines > li"))
                .extracting(Element::text)
                .satisfiesExactly(
                        line -> assertThat(line).contains("Carla Customer", "first"),
                        line -> assertThat(line).contains("Sam Support wrote a note", "second"),
                        line -> assertThat(line).contains("Sam Support", "Reply", "third"),
                        line -> assertThat(line).contains("forwarded the case from Support to Finance", "fourth"));
    }

    @Test
    void everyKindOfEventIsSaidInWords() throws Exception {
        CaseNumber number = cases.open("support", "All kinds");
        for (CaseEvent.Kind kind : CaseEvent.Kind.values()) {
            cases.event(number, kind.ordinal(), kind.name(), "support-agent", "before", "after", "why");
        }
        assertThat(page(number, Logins.support()).select(".event .sentence"))
                .hasSize(CaseEvent.Kind.values().length)
                .allSatisfy(line -> assertThat(line.text()).doesNotContain("event.", "{", "??"));
    }

    @Test
    void aTimeWithinASentenceIsMarkedAsOne() throws Exception {
        CaseNumber number = cases.open("support", "Due");
        cases.event(number, 1, "DUE_CHANGED", "support-agent", null, "2026-02-01T10:00:00Z", null);
        Element time = page(number, Logins.support()).selectFirst(".event .sentence time:not(.when)");
        assertThat(time.attr("datetime")).isEqualTo("2026-02-01T10:00:00Z");
        assertThat(time.text()).contains("2026").endsWith("UTC");
    }

    @Test
    void theNewTextIsShownAndTheWholeIsOneClickAway() throws Exception {
        CaseNumber number = cases.open("support", "Quoted");
        cases.received(number, 1, "Thanks!\n> the quotation", "Thanks!", null);
        Element mail = page(number, Logins.support()).selectFirst(".mail");
        assertThat(mail.selectFirst("article > .text").wholeText()).isEqualTo("Thanks!");
        assertThat(mail.selectFirst("details .text").wholeText()).isEqualTo("Thanks!\n> the quotation");
    }

    @Test
    void formattedMailIsShownInALockedFrame() throws Exception {
        CaseNumber number = cases.open("support", "Formatted");
        long mail = cases.received(number, 1, "Hi", "Hi", "<b>Hi</b>");
        Element frame = page(number, Logins.support()).selectFirst("iframe");
        assertThat(frame.attr("src")).isEqualTo("/cases/" + number + "/mails/" + mail + "/html");
        assertThat(frame.attr("sandbox")).doesNotContain("allow-scripts", "allow-forms", "allow-top-navigation");
    }

    @Test
    void imagesFromTheWebAreOfferedWithTheirNumberAndHostsAndNotShown() throws Exception {
        CaseNumber number = cases.open("support", "Images");
        long mail = cases.received(
                number,
                1,
                "text",
                "text",
                "<img data-remote-src=\"https://a.example/1\"><img data-remote-src=\"http://b.example/2\">");
        long plain = cases.received(number, 2, "text", "text", "<p>Plain</p>");
        Document page = page(number, Logins.support());

        Element shown = page.selectFirst("#mail-" + mail);
        assertThat(shown.select(".remote").text()).startsWith("Show remote images 2 images from a.example, b.example.");
        assertThat(shown.select("iframe").attr("src")).endsWith("/html");
        assertThat(shown.select(".remote a").attr("href")).endsWith("/html?images=true");
        assertThat(shown.select(".remote a").attr("target"))
                .isEqualTo(shown.select("iframe").attr("name"));
        assertThat(page.select("#mail-" + plain + " .remote")).isEmpty();
    }

    @Test
    void aMailOfWhichNotAllIsShownLeadsToTheMailAsItCame() throws Exception {
        CaseNumber number = cases.open("support", "Cut");
        long mail = cases.received(number, 1, "text", "text", null);
        assertThat(page(number, Logins.support()).select("#mail-" + mail + " .warnings"))
                .isEmpty();

        jdbc.sql("update message set warnings = array['A text is too long to show.'] where id = :id")
                .param("id", mail)
                .update();

        Element warnings = page(number, Logins.support()).selectFirst("#mail-" + mail + " .warnings");
        assertThat(warnings.text()).isEqualTo("A text is too long to show. Download the mail as it came");
        assertThat(warnings.select("a").attr("href")).endsWith("/mails/" + mail + "/original");
    }

    @Test
    void aMailThatCouldNotBeSentSaysWhyAndCanBeSentAgain() throws Exception {
        CaseNumber number = cases.open("support", "Not sent");
        long outgoing = cases.outgoing(number, "FAILED", 4, "550 no such user");
        cases.replied(number, 1, "Hello", "support-agent", outgoing);
        Element sending = page(number, Logins.support()).selectFirst(".sending");
        assertThat(sending.text()).contains("Not sent: 550 no such user", "Send again");
        assertThat(sending.selectFirst("form").attr("action"))
                .isEqualTo("/cases/" + number + "/outgoing-mails/" + outgoing + "/send-again");
    }

    @Test
    void aReplyThatMayHaveArrivedTwiceSaysSo() throws Exception {
        CaseNumber number = cases.open("support", "Twice");
        long outgoing = cases.outgoing(number, "SENT", 1, null);
        jdbc.sql("update outgoing_mail set possibly_doubled = 1 where id = :id")
                .param("id", outgoing)
                .update();
        cases.replied(number, 1, "Hello", "support-agent", outgoing);

        assertThat(page(number, Logins.support()).selectFirst(".sending").text())
                .contains("Sent", "arrived twice");
    }

    @Test
    void aReplyThatWaitsForTheMailServerSaysSo() throws Exception {
        CaseNumber number = cases.open("support", "Server away");
        cases.replied(
                number, 1, "Hello", "support-agent", cases.outgoing(number, "WAITING", 0, "smtp cannot be reached"));

        assertThat(page(number, Logins.support()).selectFirst(".sending").text())
                .contains("Not sent yet: smtp cannot be reached", "it leaves by itself");
    }

    @Test
    void aMailThatWasSentSaysSo() throws Exception {
        CaseNumber number = cases.open("support", "Sent");
        cases.replied(number, 1, "Hello", "support-agent", cases.outgoing(number, "SENT", 1, null));
        assertThat(page(number, Logins.support()).selectFirst(".sending").text())
                .isEqualTo("Sent");
    }

    @Test
    void aCaseOfSomebodyElseSaysWhoseItIsAndOffersNoWork() throws Exception {
        CaseNumber number = cases.open("support", "Taken");
        cases.set(number, Map.of("owner", "supervisor"));
        Document page = page(number, Logins.support());
        assertThat(page.selectFirst(".verbs").text()).isEqualTo("Note Owned by Sue Supervisor");
        assertThat(page.select("#reply, #forward, #wait, #cancel")).isEmpty();
    }

    @Test
    void aHostileCaseIsShownAsItIsAndDoesNoHarm() throws Exception {
        CaseNumber number = cases.open("support", HOSTILE);
        String text = HOSTILE + "x".repeat(10_000);
        long mail = cases.received(number, 1, text, text, null);
        cases.attached(mail, 0, HOSTILE + ".pdf", "text/html", new byte[] {1}, null);
        cases.event(number, 2, "NOTED", "support-agent", null, null, HOSTILE);
        cases.event(number, 3, "CONTACT_ADDED", null, null, HOSTILE, null);
        Document page = page(number, Logins.support());
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.selectFirst("h1").wholeText()).isEqualTo(HOSTILE);
        assertThat(page.selectFirst(".mail .text").wholeText()).isEqualTo(text);
        assertThat(page.selectFirst(".note .said").wholeText()).isEqualTo(HOSTILE);
        assertThat(page.selectFirst(".file-name").wholeText()).isEqualTo(HOSTILE + ".pdf");
        assertThat(page.text()).contains("New contact: <script>").doesNotContain("49");
    }

    @Test
    void theAgentOfAnotherInboxIsToldThatThereIsNoSuchCase() throws Exception {
        CaseNumber number = cases.open("support", "Secret");
        String there = Jsoup.parse(answer("/cases/" + number, Logins.finance())).text();
        String nowhere = Jsoup.parse(answer("/cases/NONE-1", Logins.finance())).text();
        assertThat(there).isEqualTo(nowhere).contains("There is no such case").doesNotContain("Secret");
        mvc.perform(get("/cases/" + number + "/version").with(Logins.finance())).andExpect(status().isNotFound());
    }

    @Test
    void aSupervisorSeesTheCasesOfEveryInbox() throws Exception {
        assertThat(page(cases.open("finance", "An invoice"), Logins.supervisor())
                        .text())
                .contains("An invoice");
    }

    @Test
    void thePageSpeaksGermanToGermans() throws Exception {
        CaseNumber number = cases.open("support", "Lampe");
        Document page = Pages.of(
                mvc.perform(get("/cases/" + number).locale(Locale.GERMANY).with(Logins.support()))
                        .andReturn());
        assertThat(page.text()).contains("Antworten", "noch niemand");
        assertThat(page.selectFirst("html").attr("lang")).isEqualTo("de");
    }

    @Test
    void aTaskLeadsToItsCase() throws Exception {
        CaseNumber number = play.opened("Lead me there");
        String task = play.task(number).getId();
        mvc.perform(get("/cases").param("task", task).with(Logins.support()))
                .andExpect(redirectedUrl("/cases/" + number));
        mvc.perform(get("/cases").param("task", task).param("frame", "true").with(Logins.support()))
                .andExpect(redirectedUrl("/cases/" + number + "?frame=true"));
        mvc.perform(get("/cases").param("task", task).with(Logins.finance())).andExpect(status().isNotFound());
        mvc.perform(get("/cases").param("task", "no-task").with(Logins.support()))
                .andExpect(status().isNotFound());
    }

    @Test
    void withinTasklistThePageHasNoHeadOfItsOwnAndStaysThere() throws Exception {
        CaseNumber number = cases.open("support", "Framed");
        Document page = Pages.of(
                mvc.perform(get("/cases/" + number).param("frame", "true").with(Logins.support()))
                        .andReturn());
        assertThat(page.select(".masthead")).isEmpty();
        assertThat(page.select("form"))
                .allSatisfy(form -> assertThat(form.attr("action")).endsWith("?frame=true"));
    }

    @Test
    void theVersionChangesWithTheCase() throws Exception {
        CaseNumber number = cases.open("support", "News");
        String before = answer("/cases/" + number + "/version", Logins.support());
        mvc.perform(get("/cases/" + number + "/version").with(Logins.support()))
                .andExpect(content().string(before));
        cases.received(number, 1, "News", "News", null);
        assertThat(answer("/cases/" + number + "/version", Logins.support())).isNotEqualTo(before);
    }

    @Test
    void everyFieldHasALabel() throws Exception {
        Document page = page(cases.open("support", "Labels"), Logins.support());
        assertThat(page.select("textarea, select, input:not([type=hidden])"))
                .isNotEmpty()
                .allSatisfy(field ->
                        assertThat(page.select("label[for=" + field.id() + "]")).hasSize(1));
    }

    private Document page(CaseNumber number, RequestPostProcessor login) throws Exception {
        return Pages.of(
                mvc.perform(get("/cases/" + number).locale(Locale.ENGLISH).with(login))
                        .andExpect(status().isOk())
                        .andReturn());
    }

    private String answer(String path, RequestPostProcessor login) throws Exception {
        return mvc.perform(get(path).locale(Locale.ENGLISH).with(login))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
