package org.mailroom.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailbox.FrontDoor;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.WrittenCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@MailroomTest
class MailControllerTests {

    private static final byte[] BYTES = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FrontDoor door;

    WrittenCases cases;
    CaseNumber number;
    long mail;

    @BeforeEach
    void mail() {
        cases = new WrittenCases(jdbc);
        number = cases.open("support", "With files");
        mail = cases.received(number, 1, "Hi", "Hi", "<p onclick='x()'>Hi <img src='cid:a'></p>");
    }

    @Test
    void anAttachmentLeavesAsADownloadWhateverItSaysItIs() throws Exception {
        cases.attached(mail, 0, "page.html", "text/html", BYTES, null);
        ask("/files/0")
                .andExpect(status().isOk())
                .andExpect(content().bytes(BYTES))
                .andExpect(content().contentType("application/octet-stream"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.startsWith("attachment;")));
    }

    @Test
    void aHostileFileNameStaysWithinItsField() throws Exception {
        cases.attached(mail, 0, "../a\"\r\nX-Evil: 1\u202Efdp.exe", "application/pdf", BYTES, null);
        String disposition = ask("/files/0").andReturn().getResponse().getHeader("Content-Disposition");
        assertThat(disposition).doesNotContain("\r", "\n", "..", "/a", "\u202E");
    }

    @Test
    void aPictureOfTheTextIsServedAsWhatItIs() throws Exception {
        cases.attached(mail, 0, "a.png", "image/png", Pictures.png(30, 20), "a");
        ask("/pictures/0").andExpect(status().isOk()).andExpect(content().contentType("image/png"));
    }

    @Test
    void aPictureThatIsTooLargeToDrawIsOfferedAsADownloadOnly() throws Exception {
        byte[] bomb = Pictures.png(50_000, 50_000);
        cases.attached(mail, 0, "bomb.png", "image/png", bomb, "a");
        ask("/pictures/0").andExpect(status().isNotFound());
        ask("/files/0").andExpect(status().isOk()).andExpect(content().bytes(bomb));
    }

    @Test
    void whatIsNoPictureIsNotServedAsOne() throws Exception {
        cases.attached(mail, 0, "a.svg", "image/svg+xml", BYTES, "a");
        cases.attached(mail, 1, "a.html", "text/html", BYTES, "b");
        cases.attached(mail, 2, "a.png", "image/png", BYTES, "c");
        ask("/pictures/0").andExpect(status().isNotFound());
        ask("/pictures/1").andExpect(status().isNotFound());
        ask("/pictures/2").andExpect(status().isNotFound());
    }

    @Test
    void formattedMailCanDoNothing() throws Exception {
        String policy = ask("/html")
                .andExpect(status().isOk())
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andReturn()
                .getResponse()
                .getHeader("Content-Security-Policy");
        assertThat(policy)
                .contains("default-src 'none'", "sandbox", "frame-ancestors 'self'", "form-action 'none'")
                .doesNotContain("allow-scripts", "script-src");
    }

    @Test
    void imagesFromTheWebAreAllowedOnlyWhereTheyWereAskedForAndNothingElseIs() throws Exception {
        String locked = policy("/html");
        assertThat(locked).doesNotContain("https:", "http:", "*");

        assertThat(policy("/html?images=true"))
                .isEqualTo(locked.replace("img-src 'self' data:", "img-src 'self' data: https:"));
    }

    @Test
    void aMailThatCameInIsDownloadedAsItCame() throws Exception {
        byte[] raw = ("From: carla@customer.example\r\n\r\n" + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII);
        jdbc.sql("update message set received_mail_id = :received where id = :mail")
                .param("received", door.keep(new InboxKey("support"), raw).id())
                .param("mail", mail)
                .update();

        ask("/original")
                .andExpect(content().bytes(raw))
                .andExpect(content().contentType("application/octet-stream"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.containsString(".eml")));
    }

    @Test
    void whatWeWroteHasNotComeIn() throws Exception {
        mail = cases.replied(number, 2, "Hello", "support-agent", null);
        ask("/original").andExpect(status().isNotFound());
    }

    @Test
    void nothingOfItIsForTheAgentOfAnotherInbox() throws Exception {
        cases.attached(mail, 0, "a.png", "image/png", BYTES, "a");
        for (String path : new String[] {"/files/0", "/pictures/0", "/html", "/original"}) {
            mvc.perform(get("/cases/" + number + "/mails/" + mail + path).with(Logins.finance()))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void aMailIsOnlyFoundInItsOwnCase() throws Exception {
        cases.attached(mail, 0, "a.png", "image/png", BYTES, "a");
        CaseNumber other = cases.open("finance", "Other");
        for (String path : new String[] {"/files/0", "/pictures/0", "/html", "/original"}) {
            mvc.perform(get("/cases/" + other + "/mails/" + mail + path).with(Logins.finance()))
                    .andExpect(status().isNotFound());
        }
    }

    private String policy(String path) throws Exception {
        return ask(path).andReturn().getResponse().getHeader("Content-Security-Policy");
    }

    private ResultActions ask(String path) throws Exception {
        return mvc.perform(get("/cases/" + number + "/mails/" + mail + path).with(Logins.support()));
    }
}
