package org.mailroom.admin.inboxes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.Inbox;
import org.mailroom.inbox.InboxKey;
import org.mailroom.inbox.Inboxes;
import org.mailroom.inbox.WhenClosed;
import org.mailroom.mailbox.KeptMail;
import org.mailroom.mailbox.ReceivedMail;
import org.mailroom.mailbox.ReceivedMail.State;
import org.mailroom.mailbox.ReceivedMailLog;
import org.mailroom.message.EmailAddress;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What becomes of mail to an inbox that an admin switched off, and switches on again. */
@MailroomTest
class SwitchedOffInboxTests {

    private static final InboxKey CLOSED = new InboxKey("closed-desk");

    @Autowired
    MockMvc mvc;

    @Autowired
    InboxSetup setup;

    @Autowired
    Inboxes inboxes;

    @Autowired
    ReceivedMailLog log;

    @Autowired
    ApplicationContext app;

    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void anInboxThatReceives() throws Exception {
        setup.add(
                new Inbox(
                        CLOSED,
                        "Closed desk",
                        EmailAddress.of("closed-desk@mailroom.localhost"),
                        "CLD",
                        null,
                        false,
                        false,
                        false,
                        Duration.ofHours(8),
                        Duration.ofDays(1),
                        WhenClosed.REOPEN),
                List.of());
        switchedTo(true);
        log.takeInAgain(CLOSED);
        KeptMail.waitingIsTakenIn(app);
    }

    @Test
    void itsMailIsListedAsDisabledAndOpensNoCase() throws Exception {
        switchedTo(false);

        ReceivedMail mail = comesIn("Subject: The lamp");

        assertThat(mail.state()).isEqualTo(State.REFUSED);
        assertThat(mail.caseNumber()).isNull();
        assertThat(mail.reason()).startsWith("Inbox disabled");
        assertThat(page("/admin/received-mails/" + mail.id(), Locale.ENGLISH).text())
                .contains("Inbox disabled: Closed desk receives no mail.");
        assertThat(page("/admin/received-mails/" + mail.id(), Locale.GERMAN).text())
                .contains("Postfach ausgeschaltet: Closed desk empfängt keine Post.");
        assertThat(card().text()).contains("One mail came while it was switched off.");
        assertThat(card().select("form.refused button")).isEmpty();
    }

    @Test
    void switchedOnItTakesInAgainOneMailFromTheLog() throws Exception {
        switchedTo(false);
        ReceivedMail chosen = comesIn("Subject: Chosen");
        ReceivedMail other = comesIn("Subject: Not chosen");
        switchedTo(true);

        act(post("/admin/received-mails/again").param("id", chosen.id() + ""));
        KeptMail.waitingIsTakenIn(app);

        assertThat(line(chosen).state()).isEqualTo(State.DELIVERED);
        assertThat(line(chosen).caseNumber()).isNotNull();
        assertThat(line(other).state()).isEqualTo(State.REFUSED);
    }

    @Test
    void switchedOnItTakesInAgainAllOfItsMailAtOnce() throws Exception {
        switchedTo(false);
        ReceivedMail first = comesIn("Subject: First");
        ReceivedMail second = comesIn("Subject: Second");
        switchedTo(true);

        act(post("/admin/inboxes/closed-desk/refused-mails/again"));
        assertThat(card().select(".banner.good").text()).isEqualTo("2 mails are being taken in again.");
        KeptMail.waitingIsTakenIn(app);

        assertThat(line(first).caseNumber()).isNotNull();
        assertThat(line(second).caseNumber())
                .isNotNull()
                .isNotEqualTo(line(first).caseNumber());
        assertThat(card().select("form.refused")).isEmpty();
    }

    @Test
    void takenInAgainWhileItIsStillOffAMailIsRefusedAgain() throws Exception {
        switchedTo(false);
        ReceivedMail mail = comesIn("Subject: Too early");

        act(post("/admin/received-mails/again").param("id", mail.id() + ""));
        KeptMail.waitingIsTakenIn(app);

        assertThat(line(mail).state()).isEqualTo(State.REFUSED);
    }

    @Test
    void whatAnswersACaseOfItStillJoinsTheCase() throws Exception {
        String id = UUID.randomUUID() + "@example.com";
        ReceivedMail opening = comesIn("Subject: The lamp", "Message-ID: <" + id + ">");
        switchedTo(false);

        ReceivedMail answer = comesIn("Subject: Re: The lamp", "In-Reply-To: <" + id + ">");

        assertThat(answer.state()).isEqualTo(State.DELIVERED);
        assertThat(answer.caseNumber()).isEqualTo(opening.caseNumber());
    }

    @Test
    void whatComesToAnotherInboxOfTheSameAccountIsTakenIn() throws Exception {
        switchedTo(false);

        ReceivedMail mail = comesIn("Cc: finance@mailroom.localhost");

        assertThat(mail.state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void anInboxThatIsNotThereHasNothingToTakeIn() throws Exception {
        mvc.perform(post("/admin/inboxes/No such inbox/refused-mails/again")
                        .with(user("admin"))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    private void switchedTo(boolean on) throws Exception {
        MockHttpServletRequestBuilder save = post("/admin/inboxes/closed-desk")
                .param("name", "Closed desk")
                .param("targetAmount", "8")
                .param("targetUnit", "HOURS")
                .param("reopenAmount", "1")
                .param("reopenUnit", "DAYS")
                .param("whenClosed", "REOPEN");
        act(on ? save.param("receives", "true") : save);
        assertThat(card().select(".banner.good").text()).startsWith("Saved.");
        assertThat(inboxes.get(CLOSED).receives()).isEqualTo(on);
    }

    private ReceivedMail comesIn(String... fields) {
        String mail = "From: " + CasePlay.newCustomer() + "\r\n" + String.join("\r\n", fields) + "\r\n\r\nHello "
                + UUID.randomUUID();
        return log.line(KeptMail.isTakenIn(app, CLOSED, mail)).orElseThrow();
    }

    private ReceivedMail line(ReceivedMail mail) {
        return log.line(mail.id()).orElseThrow();
    }

    private Element card() throws Exception {
        return page("/admin/inboxes", Locale.ENGLISH).selectFirst("#inbox-closed-desk");
    }

    private Element page(String path, Locale language) throws Exception {
        return Jsoup.parse(
                mvc.perform(get(path).with(user("admin")).session(session).locale(language))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsString(StandardCharsets.UTF_8));
    }

    private void act(MockHttpServletRequestBuilder request) throws Exception {
        mvc.perform(request.with(user("admin")).with(csrf()).session(session).locale(Locale.ENGLISH))
                .andExpect(status().is3xxRedirection());
    }
}
