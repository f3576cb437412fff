package org.mailroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mailroom.testing.CasePlay.FAY;
import static org.mailroom.testing.CasePlay.FINANCE;
import static org.mailroom.testing.CasePlay.SAM;

import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mailroom.cases.CaseFiles;
import org.mailroom.cases.CaseView;
import org.mailroom.cases.Casework;
import org.mailroom.cases.Forwarding;
import org.mailroom.cases.Forwarding.DueType;
import org.mailroom.cases.Reply;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.testing.Chromium;
import org.mailroom.testing.ClearedDesk;
import org.mailroom.testing.Customer;
import org.mailroom.testing.InChromium;
import org.mailroom.testing.Tasklist;
import org.mailroom.testing.WholeMailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole way of a mail, with everything at work: SMTP, IMAP, PostgreSQL, the job executor, a browser. */
@WholeMailroomTest
@ExtendWith({InChromium.class, ClearedDesk.class})
class FirstMailTests {

    private static final String HELP = "help@whole.localhost";

    @LocalServerPort
    int port;

    @Autowired
    Casework work;

    @Autowired
    CaseFiles files;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aMailBecomesACaseThatIsWorkedToItsEnd() throws Exception {
        Customer carla = new Customer();
        carla.writes(HELP, "The printer is broken", "It prints nothing.");
        MimeMessage confirmation = carla.gets("We received your request");
        CaseNumber number = carla.caseIn(jdbc);
        assertThat(confirmation.getSubject()).contains(number.value());
        assertThat(confirmation.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");

        work.claim(number, SAM);
        work.reply(number, SAM, new Reply("Is it switched on?", List.of()));
        MimeMessage reply = carla.gets("Re: [" + number + "]");
        assertThat(Customer.text(reply)).contains("Is it switched on?", "Sam Support", "> It prints nothing.");
        assertThat(reply.getFrom()[0].toString()).contains(HELP);
        assertThat(reply.getHeader("In-Reply-To", null)).isNotBlank();
        assertThat(reply.getHeader("Auto-Submitted", null)).isNull();

        carla.answers(reply, "Yes, it is.");
        await().until(() -> kinds(number).contains("CUSTOMER_REPLIED"));
        assertThat(carla.caseIn(jdbc)).isEqualTo(number);

        Instant due = Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        work.forward(number, SAM, new Forwarding(FINANCE, DueType.DATE, due, "Please buy a new one"));
        CaseView there = files.view(number, FAY);
        assertThat(there.inbox()).isEqualTo(FINANCE);
        assertThat(there.due()).isEqualTo(due);
        assertThat(there.owner()).isNull();

        work.complete(number, FAY);
        MimeMessage summary = carla.gets("completed");
        assertThat(Customer.text(summary)).contains("It prints nothing.", "Is it switched on?", "Yes, it is.");
        assertThat(Customer.text(summary)).doesNotContain("Please buy a new one");
        assertThat(files.view(number, FAY).state()).isEqualTo(CaseView.State.CLOSED);
    }

    @Test
    void agentsWorkACaseInTasklist(Chromium chromium) throws Exception {
        Customer carla = new Customer();
        carla.writes(HELP, "My bill is wrong", "Seen in a browser.");
        carla.gets("We received your request");
        CaseNumber number = carla.caseIn(jdbc);

        Tasklist fay = new Tasklist(chromium, port, "finance-agent", "Finance");
        assertThat(fay.task(number)).hasCount(0);

        Tasklist sam = new Tasklist(chromium, port, "support-agent", "Support");
        sam.open(number);
        assertThat(sam.conversation().getByText("Seen in a browser.").first()).isVisible();
        sam.button("Claim").click();
        assertThat(sam.conversation().getByText("Sam Support").first()).isVisible();

        sam.openForm("Reply", "#reply-text");
        sam.conversation().getByLabel("Your answer").fill("We look into it.");
        sam.button("Send the reply").click();
        assertThat(Customer.text(carla.gets("Re: [" + number + "]"))).contains("We look into it.");

        assertThat(sam.conversation().getByText("We look into it.").first()).isVisible();
        sam.openForm("Forward", "#forward-to");
        sam.conversation().locator("#forward-to").selectOption("finance");
        sam.page().reload();
        assertThat(sam.conversation().locator("#forward-to")).hasValue("finance");
        assertThat(sam.conversation().locator("#forward-to")).isVisible();
        sam.conversation().locator("#forward-due-type").selectOption("DATE");
        sam.conversation()
                .locator("#forward-due")
                .fill(LocalDateTime.now()
                        .plusDays(3)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString());
        sam.conversation().getByLabel("Message to the other inbox").fill("Please correct the bill");
        sam.button("Forward").last().click();
        assertThat(sam.task(number)).hasCount(0);

        fay.page().reload();
        fay.open(number);
        assertThat(fay.conversation().getByText("Please correct the bill").first())
                .isVisible();
        fay.button("Claim").click();
        assertThat(fay.conversation().getByText("Fay Finance (you)")).isVisible();
        fay.button("Complete").click();
        assertThat(fay.task(number)).hasCount(0);
        assertThat(carla.gets("completed")).isNotNull();
    }

    private List<String> kinds(CaseNumber number) {
        return jdbc.sql("select kind from case_event where case_number = :number order by id")
                .param("number", number.value())
                .query(String.class)
                .list();
    }
}
