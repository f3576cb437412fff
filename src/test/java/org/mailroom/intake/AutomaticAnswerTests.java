package org.mailroom.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mailroom.intake.TestReception.caseOf;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.message.MessageId;
import org.mailroom.message.SignedMessageIds;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the confirmation of a mail says of itself, so that machines leave it alone and mail programs know where it belongs. */
@MailroomTest
class AutomaticAnswerTests {

    private static final byte[] CONVERSATION = new byte[22];

    @Autowired
    TestReception reception;

    @Autowired
    CasePlay play;

    @Autowired
    SignedMessageIds signedIds;

    @Autowired
    JdbcClient jdbc;

    private final String id = "<" + UUID.randomUUID() + "@example.com>";

    @Test
    void itSaysThatAMachineWroteItAndThatNoneShouldAnswer() throws Exception {
        MimeMessage answer = confirmationOf(taken());

        assertThat(answer.getHeader("Auto-Submitted", null)).isEqualTo("auto-replied");
        assertThat(answer.getHeader("X-Auto-Response-Suppress", null)).isEqualTo("All");
        assertThat(answer.getHeader("Precedence", null)).isEqualTo("bulk");
        assertThat(signedIds.wordOf(
                        new MessageId(answer.getHeader("X-Mailroom-Loop", null).strip())))
                .hasValue("loop");
    }

    @Test
    void itStaysInTheConversationOfTheMailThatItAnswers() throws Exception {
        CaseNumber number = taken();
        MimeMessage answer = confirmationOf(number);

        assertThat(answer.getHeader("In-Reply-To", null).strip()).isEqualTo(id);
        assertThat(answer.getHeader("References", null)).contains("<older@example.com>", id);
        assertThat(signedIds.wordOf(new MessageId(answer.getMessageID().replaceAll("[<>]", ""))))
                .hasValue(number.value());
        assertThat(Base64.getDecoder().decode(answer.getHeader("Thread-Index", null)))
                .hasSize(27)
                .startsWith(CONVERSATION);
    }

    @Test
    void failuresOfItComeBackToNobody() {
        CaseNumber number = taken();
        play.runJobs(number);

        assertThat(jdbc.sql("select envelope_from from outgoing_mail where cause = :cause")
                        .param("cause", "confirmation:" + number)
                        .query(String.class)
                        .single())
                .isEmpty();
    }

    private CaseNumber taken() {
        return caseOf(reception.take(
                "From: " + CasePlay.newCustomer(),
                "To: support@mailroom.localhost",
                "Subject: The lamp",
                "Message-ID: " + id,
                "References: <older@example.com>",
                "thread-index: " + Base64.getEncoder().encodeToString(CONVERSATION),
                "",
                "Thread-Index: of no meaning " + id));
    }

    private MimeMessage confirmationOf(CaseNumber number) throws Exception {
        play.runJobs(number);
        byte[] raw = jdbc.sql("select raw from outgoing_mail where cause = :cause")
                .param("cause", "confirmation:" + number)
                .query(byte[].class)
                .single();
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw));
    }
}
