package org.mailroom.mailbox;

import java.nio.charset.StandardCharsets;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets a test of any room bring a mail in by the front door, byte for byte. */
public final class KeptMail {

    private KeptMail() {}

    /** The mail is kept for support and taken in; it starts a case. */
    public static CaseNumber becomesCase(ApplicationContext app, String from, String subject, String body) {
        String mail =
                """
                From: "%3$s" <%1$s>\r
                To: support@mailroom.localhost\r
                Subject: %2$s\r
                Content-Type: text/plain; charset=utf-8\r
                Content-Transfer-Encoding: 8bit\r
                \r
                %3$s\r
                """
                        .formatted(from, subject, body);
        long id = isTakenIn(app, new InboxKey("support"), mail);
        return app.getBean(JdbcClient.class)
                .sql("select case_number from received_mail where id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(CaseNumber::new)
                .orElseThrow(() -> new AssertionError("The mail became no case"));
    }

    /** The mail is kept for the inbox and taken in. */
    public static long isTakenIn(ApplicationContext app, InboxKey inbox, String mail) {
        long id = app.getBean(FrontDoor.class)
                .keep(inbox, mail.getBytes(StandardCharsets.UTF_8))
                .id();
        waitingIsTakenIn(app);
        return id;
    }

    /** All that waits is taken in. */
    public static void waitingIsTakenIn(ApplicationContext app) {
        app.getBean(IntakeWorker.class).workOff();
    }
}
