package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The order of a conversation, where thousands of mails wait and many workers take them in. */
@MailroomTest
class BacklogTests {

    private static final int WAITING = 5_000;
    private static final int CONVERSATIONS = 100;
    private static final int WORKERS = 8;

    @Autowired
    private FrontDoor frontDoor;

    @Autowired
    private IntakeWorker worker;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void inboxes() {
        TwoInboxes.addIfMissing(jdbc);
        TwoInboxes.forgetWaitingMail(jdbc);
    }

    @Test
    void eachAnswerJoinsTheCaseOfTheMailThatItAnswersThoughItWaitsRightBehindIt() {
        transaction.executeWithoutResult(status -> IntStream.range(0, WAITING).forEach(this::keep));

        CompletableFuture.allOf(
                        Stream.generate(() -> CompletableFuture.runAsync(this::work, work -> new Thread(work).start()))
                                .limit(WORKERS)
                                .toArray(CompletableFuture[]::new))
                .join();

        assertThat(jdbc.sql(
                                """
                                select count(*) from message answer join message first using (case_number)
                                where answer.message_id like 'answer-%@backlog'
                                  and first.message_id = replace(answer.message_id, 'answer-', 'first-')
                                """)
                        .query(Integer.class)
                        .single())
                .isEqualTo(CONVERSATIONS);
    }

    /** Mails of conversations lie in pairs among others, which are our own and cost little. */
    private void keep(int number) {
        int conversation = number / (WAITING / CONVERSATIONS);
        switch (number % (WAITING / CONVERSATIONS)) {
            case 0 -> keep("first-" + conversation, "From: customer%d@example.org".formatted(conversation));
            case 1 ->
                keep(
                        "answer-" + conversation,
                        "From: customer%d@example.org\r\nIn-Reply-To: <first-%d@backlog>"
                                .formatted(conversation, conversation));
            default -> keep("own-" + number, "From: support@mailroom.localhost");
        }
    }

    private void keep(String id, String fields) {
        String mail = fields + "\r\nTo: support@mailroom.localhost\r\nMessage-ID: <" + id
                + "@backlog>\r\nSubject: Heating " + id + "\r\n\r\nHello.\r\n";
        frontDoor.keep(TwoInboxes.SUPPORT, mail.getBytes(StandardCharsets.US_ASCII));
    }

    /** An answer that waits for its mail is due again a moment later. */
    private void work() {
        while (isOneWaiting()) {
            if (!worker.takeSome()) {
                pause();
            }
        }
    }

    private boolean isOneWaiting() {
        return jdbc.sql("select exists (select from received_mail where state = 'RECEIVED')")
                .query(Boolean.class)
                .single();
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50).toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
