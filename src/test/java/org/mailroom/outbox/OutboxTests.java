package org.mailroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.outbox.sending.OutboxStep;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is put into the outbox leaves it once, by a real mail server. */
@MailroomTest
class OutboxTests {

    @Autowired
    Outbox outbox;

    @Autowired
    ApplicationContext app;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void openInbox() {
        Drafts.openInbox(jdbc);
        OutboxStep.passOverTheRest(app);
    }

    @Test
    void aMailArrivesAsItWasComposed() throws Exception {
        OutgoingMail put = outbox.put(
                Drafts.to("arrives@customer.example").subject("Grüße 😀").draft());
        OutboxStep.workOff(app);

        MimeMessage arrived = arrivedAt("arrives@customer.example").get(0);
        assertThat(arrived.getSubject()).isEqualTo("Grüße 😀");
        assertThat(arrived.getMessageID()).isEqualTo(put.messageId().inBrackets());
        assertThat(arrived.getContent().toString()).isEqualToIgnoringNewLines("A text");
        assertThat(outbox.find(put.id()).orElseThrow().state()).isEqualTo(OutgoingMail.State.SENT);
    }

    @Test
    void theSameCauseTwiceIsOneMail() {
        Draft draft = Drafts.to("once@customer.example").draft();

        OutgoingMail first = outbox.put(draft);
        OutgoingMail second = outbox.put(draft);
        OutboxStep.workOff(app);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(arrivedAt("once@customer.example")).hasSize(1);
    }

    @Test
    void theSameCauseAtTheSameTimeIsOneMail() {
        Draft draft = Drafts.to("at-once@customer.example").draft();

        List<Long> ids = IntStream.range(0, 8)
                .mapToObj(n ->
                        CompletableFuture.supplyAsync(() -> outbox.put(draft).id()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(ids).hasSize(8).containsOnly(ids.get(0));
    }

    @Test
    void twoSendersAtOnceSendEachMailOnce() {
        IntStream.range(0, 30)
                .forEach(n ->
                        outbox.put(Drafts.to("two-senders@customer.example").draft()));

        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> OutboxStep.workOff(app)),
                        CompletableFuture.runAsync(() -> OutboxStep.workOff(app)),
                        CompletableFuture.runAsync(() -> OutboxStep.workOff(app)))
                .join();

        assertThat(arrivedAt("two-senders@customer.example")).hasSize(30);
    }

    @Test
    void aMailThatIsRolledBackNeverLeaves() {
        transaction.executeWithoutResult(status -> {
            outbox.put(Drafts.to("rolled-back@customer.example").draft());
            status.setRollbackOnly();
        });
        OutboxStep.workOff(app);

        assertThat(arrivedAt("rolled-back@customer.example")).isEmpty();
    }

    @Test
    void anInboxOfOurOwnGetsNoMail() {
        OutgoingMail put =
                outbox.put(Drafts.to("outbox-test@mailroom.localhost").draft());
        OutboxStep.workOff(app);

        OutgoingMail now = outbox.find(put.id()).orElseThrow();
        assertThat(now.state()).isEqualTo(OutgoingMail.State.FAILED);
        assertThat(now.lastError()).contains("outbox-test@mailroom.localhost");
        assertThat(arrivedAt("outbox-test@mailroom.localhost")).isEmpty();
    }

    @Test
    void aSentMailIsNotSentAgain() {
        OutgoingMail put = outbox.put(Drafts.to("not-again@customer.example").draft());
        OutboxStep.workOff(app);

        outbox.sendAgain(put.id());
        OutboxStep.workOff(app);

        assertThat(arrivedAt("not-again@customer.example")).hasSize(1);
    }

    @Test
    void anUnknownMailCannotBeSentAgain() {
        assertThatThrownBy(() -> outbox.sendAgain(-1))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("-1");
    }

    private static List<MimeMessage> arrivedAt(String address) {
        GreenMailUser user = RealParts.mailServer().getUserManager().getUserByEmail(address);
        return user == null ? List.of() : messages(user);
    }

    private static List<MimeMessage> messages(GreenMailUser user) {
        try {
            return RealParts.mailServer().getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                    .map(StoredMessage::getMimeMessage)
                    .toList();
        } catch (FolderException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
