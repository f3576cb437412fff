package org.mailroom.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.WrittenCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** The verbs as agents do them on the page, on cases that are really played. */
@MailroomTest
class VerbPageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CasePlay play;

    final MockHttpSession session = new MockHttpSession();

    @Test
    void whoClaimsACaseOwnsItAndIsToldSo() throws Exception {
        CaseNumber number = play.opened("Claim me");
        assertThat(done(number, post(path(number, "claim")))
                        .selectFirst(".banner.good")
                        .text())
                .isEqualTo(number + " is yours now.");
        assertThat(play.task(number).getAssignee()).isEqualTo("support-agent");
    }

    /** Such as the case in another window, which is drawn anew in that moment. */
    @Test
    void noOtherPageTakesAwayWhatWasDone() throws Exception {
        CaseNumber number = play.opened("Claim me in one of two windows");
        String there = mvc.perform(sent(post(path(number, "claim")), Logins.support()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(page("/cases/" + number).select("[data-done]")).isEmpty();
        assertThat(page(there).selectFirst("[data-done]").text()).isEqualTo(number + " is yours now.");
    }

    @Test
    void anAddressThatNamesNoVerbSaysNothing() throws Exception {
        CaseNumber number = play.opened("Nothing was done");
        assertThat(page("/cases/" + number + "?done=nothing").select("[data-done]"))
                .isEmpty();
    }

    @Test
    void whoComesSecondReadsWhoOwnsTheCase() throws Exception {
        CaseNumber number = play.opened("Two at once");
        done(number, post(path(number, "claim")));
        Document page = refused(post(path(number, "claim")), Logins.supervisor());
        assertThat(page.selectFirst(".banner.bad").text()).isEqualTo("Owned by Sam Support. Nothing was changed.");
    }

    @Test
    void aReleasedCaseIsNobodysAgain() throws Exception {
        CaseNumber number = claimed("Release me");
        done(number, post(path(number, "release")));
        assertThat(play.task(number).getAssignee()).isNull();
    }

    @Test
    void aCaseIsAssignedToAPersonFromTheListOfThoseWhoMayHaveIt() throws Exception {
        CaseNumber number = claimed("Assign me");
        assertThat(page("/cases/" + number).select("#assign-to option").eachText())
                .contains("Please choose", "Sue Supervisor")
                .doesNotContain("Sam Support", "Fay Finance");
        assertThat(done(number, post(path(number, "assign")).param("to", "supervisor"))
                        .selectFirst(".banner.good")
                        .text())
                .isEqualTo(number + " has a new owner.");
        assertThat(play.task(number).getAssignee()).isEqualTo("supervisor");
    }

    @Test
    void aReplyIsKeptWithItsAttachments() throws Exception {
        CaseNumber number = claimed("Answer me");
        var file = new MockMultipartFile("files", "C:\\Users\\sam\\plan.pdf", "application/pdf", new byte[] {1, 2, 3});
        Document page = done(number, multipart(path(number, "reply")).file(file).param("text", "  Here it is.  "));
        assertThat(page.selectFirst(".mail.out .tag:contains(Reply)")).isNotNull();
        assertThat(page.select(".mail.out .text").eachText()).contains("Here it is.");
        assertThat(page.select(".mail.out .file-name").eachText()).containsExactly("plan.pdf");
    }

    @Test
    void aReplyWithoutWordsIsNotSentAndAsksForItsFilesAgain() throws Exception {
        CaseNumber number = claimed("Say something");
        var file = new MockMultipartFile("files", "plan.pdf", "application/pdf", new byte[] {1});
        Document page = wrong(multipart(path(number, "reply")).file(file).param("text", "  "));
        assertThat(page.selectFirst("#reply.opened .field-error").text()).isEqualTo("Please write an answer.");
        assertThat(page.selectFirst("#reply").text()).contains("Please choose these files again: plan.pdf");
    }

    @Test
    void aNoteStandsOnTheTimelineAndIsNeverMailed() throws Exception {
        CaseNumber number = play.opened("Note me");
        Document page = done(number, post(path(number, "note")).param("text", "Call back on Monday"));
        assertThat(page.selectFirst(".note").text()).contains("Sam Support wrote a note", "Call back on Monday");
        assertThat(page.select(".mail.out .text").eachText()).doesNotContain("Call back on Monday");
    }

    @Test
    void aForwardedCaseIsInTheOtherInbox() throws Exception {
        CaseNumber number = claimed("Forward me");
        mvc.perform(sent(
                        post(path(number, "forward"))
                                .param("to", "finance")
                                .param("dueType", "DATE")
                                .param("due", "2999-01-31T17:00")
                                .param("zone", "Europe/Berlin")
                                .param("message", "Please check the invoice"),
                        Logins.support()))
                .andExpect(status().is3xxRedirection());
        assertThat(play.column(number, "inbox_key")).isEqualTo("finance");
        Document page = Pages.of(
                mvc.perform(get("/cases/" + number).with(Logins.finance())).andReturn());
        assertThat(page.text()).contains("Please check the invoice");
        assertThat(page.selectFirst(".facts time").attr("datetime")).isEqualTo("2999-01-31T16:00:00Z");
    }

    @Test
    void whoForwardsACaseOutOfSightIsToldThatItLeft() throws Exception {
        CaseNumber number = claimed("Out of sight");
        Document page = done(
                number, post(path(number, "forward")).param("to", "finance").param("dueType", "KEEP"));
        assertThat(page.selectFirst("[data-done]").text()).isEqualTo(number + " was forwarded.");
        assertThat(page.text()).contains("an inbox now that is not yours").doesNotContain("Out of sight");
    }

    @Test
    void whatIsMissingToForwardIsSaidInPlaceAndWhatWasTypedStays() throws Exception {
        CaseNumber number = claimed("Half a form");
        Document page = wrong(post(path(number, "forward"))
                .param("to", "")
                .param("dueType", "DATE")
                .param("due", "2020-01-01T10:00")
                .param("zone", "UTC")
                .param("message", "Do not lose <this>"));
        assertThat(page.select("#forward.opened .field-error").eachText())
                .containsExactly("Please choose an inbox.", "This time is over. Please enter one that lies ahead.");
        assertThat(page.selectFirst("#forward-message").wholeText()).isEqualTo("Do not lose <this>");
        assertThat(page.selectFirst("#forward-due").val()).isEqualTo("2020-01-01T10:00");
        assertThat(page.selectFirst("#forward-due-type option[selected]").val()).isEqualTo("DATE");
    }

    @Test
    void aCaseIsNotForwardedToAnInboxThatIsNotThere() throws Exception {
        CaseNumber number = claimed("To nowhere");
        Document page = refused(
                post(path(number, "forward"))
                        .param("to", "nowhere")
                        .param("dueType", "KEEP")
                        .param("message", "Keep me"),
                Logins.support());
        assertThat(page.selectFirst(".banner.bad").text()).isEqualTo("There is no inbox nowhere.");
        assertThat(page.selectFirst("#forward-message").wholeText()).isEqualTo("Keep me");
    }

    @Test
    void aMergedCaseLeadsToTheOtherAndTheOtherBack() throws Exception {
        CaseNumber number = claimed("Merge me");
        CaseNumber into = play.opened("Merge into me");

        Document page = done(
                number,
                post(path(number, "merge")).param("into", " [" + into.value().toLowerCase() + "] "));

        assertThat(page.selectFirst(".banner.good").text()).isEqualTo(number + " is part of the other case now.");
        assertThat(page.selectFirst(".state").text()).isEqualTo("Merged");
        assertThat(page.selectFirst(".event a").attr("href")).isEqualTo("/cases/" + into);
        assertThat(page.selectFirst(".facts a").attr("href")).isEqualTo("/cases/" + into);
        assertThat(page.select("#merge")).isEmpty();
        Document other = Pages.of(
                mvc.perform(get("/cases/" + into).with(Logins.support())).andReturn());
        assertThat(other.select(".event:has(a)").text()).startsWith("Sam Support merged " + number + " into this case");
        assertThat(other.selectFirst(".event a").attr("href")).isEqualTo("/cases/" + number);
    }

    @Test
    void whatIsNoCaseNumberIsSaidInPlaceAndWhatWasTypedStays() throws Exception {
        CaseNumber number = claimed("Do not merge me");

        Document page = wrong(post(path(number, "merge")).param("into", "the other"));

        assertThat(page.selectFirst("#merge.opened .field-error").text())
                .isEqualTo("This is not a case number. Example: SUP-1002");
        assertThat(page.selectFirst("#merge-into").val()).isEqualTo("the other");
    }

    @Test
    void aCaseIsNotMergedIntoOneThatIsNotThere() throws Exception {
        CaseNumber number = claimed("Keep me apart");

        Document page = refused(post(path(number, "merge")).param("into", "SUP-1"), Logins.support());

        assertThat(page.selectFirst(".banner.bad").text())
                .isEqualTo("There is no case SUP-1, or it is in an inbox that is not yours.");
        assertThat(page.selectFirst("#merge-into").val()).isEqualTo("SUP-1");
    }

    @Test
    void aCaseThatWaitsSaysSoAndCanBeTakenUpAgain() throws Exception {
        CaseNumber number = claimed("Wait");
        Document page =
                done(number, post(path(number, "wait")).param("until", "").param("zone", "UTC"));
        assertThat(page.selectFirst(".state").text()).isEqualTo("Waiting");
        assertThat(page.selectFirst(".verbs").text()).contains("Take up again");
        assertThat(done(number, post(path(number, "claim")))
                        .selectFirst(".state")
                        .text())
                .isEqualTo("Open");
    }

    @Test
    void aDateToWaitForMustLieAhead() throws Exception {
        CaseNumber number = claimed("Wait for yesterday");
        Document page = wrong(
                post(path(number, "wait")).param("until", "2020-01-01T10:00").param("zone", "UTC"));
        assertThat(page.selectFirst("#wait.opened .field-error").text()).startsWith("This time is over.");
    }

    @Test
    void aCompletedCaseIsClosed() throws Exception {
        CaseNumber number = claimed("Complete me");
        assertThat(done(number, post(path(number, "complete")))
                        .selectFirst(".state")
                        .text())
                .isEqualTo("Completed");
    }

    @Test
    void aCancelledCaseIsClosedWithItsReason() throws Exception {
        CaseNumber number = claimed("Cancel me");
        Document page = done(number, post(path(number, "cancel")).param("reason", "Sent by mistake"));
        assertThat(page.selectFirst(".state").text()).isEqualTo("Cancelled");
        assertThat(page.select(".event .said").eachText()).contains("Sent by mistake");
    }

    @Test
    void aMailThatFailedIsSentAgain() throws Exception {
        CaseNumber number = claimed("Send again");
        long mail = new WrittenCases(jdbc).outgoing(number, "FAILED", 4, "550 no such user");
        done(number, post(path(number, "outgoing-mails/" + mail + "/send-again")));
        assertThat(jdbc.sql("select state from outgoing_mail where id = :id")
                        .param("id", mail)
                        .query(String.class)
                        .single())
                .isEqualTo("WAITING");
    }

    @Test
    void aVerbWithinTasklistLeadsBackIntoTheFrame() throws Exception {
        CaseNumber number = play.opened("Framed");
        mvc.perform(sent(post(path(number, "claim")).param("frame", "true"), Logins.support()))
                .andExpect(redirectedUrl("/cases/" + number + "?frame=true&done=claim"));
    }

    @Test
    void noVerbIsDoneForTheAgentOfAnotherInbox() throws Exception {
        CaseNumber number = play.opened("Not yours");
        for (String verb : new String[] {"claim", "release", "complete", "cancel"}) {
            mvc.perform(sent(post(path(number, verb)), Logins.finance())).andExpect(status().isNotFound());
        }
    }

    @Test
    void noVerbIsDoneForAnotherSite() throws Exception {
        CaseNumber number = play.opened("Forged");
        mvc.perform(post(path(number, "claim")).with(Logins.support())).andExpect(status().isForbidden());
        assertThat(play.task(number).getAssignee()).isNull();
    }

    private CaseNumber claimed(String subject) throws Exception {
        CaseNumber number = play.opened(subject);
        done(number, post(path(number, "claim")));
        return number;
    }

    /** Does the verb and gives the page that the browser is sent to. */
    private Document done(CaseNumber number, MockHttpServletRequestBuilder verb) throws Exception {
        String there = mvc.perform(sent(verb, Logins.support()))
                .andExpect(redirectedUrlPattern("/cases/" + number + "?done=*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return page(there);
    }

    private Document page(String address) throws Exception {
        return Pages.of(
                mvc.perform(get(address).session(session).locale(Locale.ENGLISH).with(Logins.support()))
                        .andReturn());
    }

    private Document wrong(MockHttpServletRequestBuilder verb) throws Exception {
        ResultActions answer = mvc.perform(sent(verb, Logins.support()));
        return Pages.of(answer.andExpect(status().isUnprocessableEntity()).andReturn());
    }

    private Document refused(MockHttpServletRequestBuilder verb, RequestPostProcessor login) throws Exception {
        return Pages.of(
                mvc.perform(sent(verb, login)).andExpect(status().isConflict()).andReturn());
    }

    private MockHttpServletRequestBuilder sent(MockHttpServletRequestBuilder verb, RequestPostProcessor login) {
        return verb.session(session).locale(Locale.ENGLISH).with(login).with(csrf());
    }

    private static String path(CaseNumber number, String verb) {
        return "/cases/" + number + "/" + verb;
    }
}
