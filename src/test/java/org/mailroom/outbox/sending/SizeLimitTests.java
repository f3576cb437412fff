package org.mailroom.outbox.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.outbox.Drafts;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.outbox.OutgoingMail.State;
import org.mailroom.outbox.SendingFailed;
import org.mailroom.outbox.smtp.GrumpyMailServer;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mail that is larger than the mail server says it takes (SIZE, RFC 1870). */
@MailroomTest
class SizeLimitTests {

    @Autowired
    Outbox outbox;

    @Autowired
    ApplicationContext app;

    @Autowired
    JdbcClient jdbc;

    private final List<Object> told = new ArrayList<>();
    private GrumpyMailServer server;
    private SenderTo sender;

    @BeforeEach
    void startServer() throws IOException {
        SenderTo.begin(app);
        server = new GrumpyMailServer();
        sender = new SenderTo(server.port(), Settings.kind().settings(), told::add, app);
    }

    @AfterEach
    void stopServer() throws IOException {
        server.close();
        SenderTo.forget(jdbc);
    }

    @Test
    void itFailsAtOnceAndIsNotCarriedThere() {
        says("SIZE 300000");
        OutgoingMail mail = large();

        sender.workOff();

        assertThat(sender.now(mail).state()).isEqualTo(State.FAILED);
        assertThat(server.taken()).isEmpty();
        assertThat(told).hasOnlyElementsOfType(SendingFailed.class).hasSize(1);
    }

    @Test
    void itsFailureNamesBothSizesAndWhatToDo() {
        says("SIZE 300000");
        OutgoingMail mail = large();

        sender.workOff();

        assertThat(sender.now(mail).lastError()).contains("0.5 MB", "127.0.0.1", "0.3 MB", "smaller files");
    }

    @Test
    void theMailBehindItGoesOn() {
        says("SIZE 300000");
        large();
        OutgoingMail small = sender.put("small@customer.example");

        sender.workOff();

        assertThat(sender.now(small).state()).isEqualTo(State.SENT);
    }

    @Test
    void aServerThatNamesNoLimitGetsIt() {
        for (String limit : List.of("SIZE", "SIZE 0", "SIZE many", "PIPELINING")) {
            says(limit);
            OutgoingMail mail = large();

            sender.workOff();

            assertThat(sender.now(mail).state()).as(limit).isEqualTo(State.SENT);
        }
    }

    private void says(String extension) {
        server.answer("EHLO", "250-grumpy.example\r\n250 " + extension);
    }

    private OutgoingMail large() {
        String text = "One of many lines of a long text that goes on and on, as long texts do, and on.\n".repeat(6_000);
        return outbox.put(Drafts.to("large@customer.example").text(text).draft());
    }
}
