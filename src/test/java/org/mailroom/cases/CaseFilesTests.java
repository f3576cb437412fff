package org.mailroom.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.CaseNumber;
import org.mailroom.inbox.InboxKey;
import org.mailroom.message.Attachment;
import org.mailroom.testing.CasePlay;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.WrittenCases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class CaseFilesTests {

    @Autowired
    CaseFiles files;

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
    void aCaseIsShownAsItWasWritten() {
        CaseNumber number = cases.open("support", "As written");
        cases.set(number, Map.of("owner", "support-agent", "priority", 75));
        CaseView shown = files.view(number, CasePlay.SAM);
        assertThat(shown.inboxName()).isEqualTo("Support");
        assertThat(shown.state()).isEqualTo(CaseView.State.OPEN);
        assertThat(shown.requester().label()).isEqualTo("Carla Customer");
        assertThat(shown.owner()).isEqualTo("support-agent");
        assertThat(shown.priority()).isEqualTo(75);
        assertThat(shown.due()).isEqualTo(Instant.parse("2026-01-06T09:00:00Z"));
        assertThat(shown.closed()).isNull();
    }

    @Test
    void mailsAndEventsAreInTimeOrder() {
        CaseNumber number = cases.open("support", "In order");
        cases.event(number, 2, "CLAIMED", "support-agent", null, "support-agent", null);
        cases.replied(number, 3, "third", "support-agent", null);
        cases.received(number, 1, "first", "first", null);
        assertThat(files.view(number, CasePlay.SAM).entries())
                .extracting(CaseView.Entry::at)
                .isSorted()
                .hasSize(3);
    }

    @Test
    void aMailSaysHowItsSendingStands() {
        CaseNumber number = cases.open("support", "Sending");
        long outgoing = cases.outgoing(number, "WAITING", 2, "421 later");
        cases.replied(number, 1, "Hello", "support-agent", outgoing);
        assertThat(mail(number).sending()).isEqualTo(new CaseView.Sending(outgoing, "WAITING", 2, "421 later", false));
    }

    @Test
    void whatCameInHasNoSending() {
        CaseNumber number = cases.open("support", "Received");
        cases.received(number, 1, "Hello", "Hello", null);
        assertThat(mail(number).sending()).isNull();
    }

    @Test
    void anAttachmentIsListedWithItsMailAndReadByItsPosition() {
        CaseNumber number = cases.open("support", "Attached");
        long mail = cases.received(number, 1, "Hello", "Hello", null);
        cases.attached(mail, 0, "a.txt", "text/plain", new byte[] {1}, null);
        cases.attached(mail, 1, "b.png", "image/png", new byte[] {2, 3}, "b@x");
        assertThat(mail(number).files())
                .containsExactly(
                        new CaseView.File(0, "a.txt", "text/plain", 1, false, null, "a.txt"),
                        new CaseView.File(1, "b.png", "image/png", 2, true, "b@x", "b.png"));
        Attachment read = files.attachment(number, mail, 1, CasePlay.SAM);
        assertThat(read.content().bytes()).containsExactly(2, 3);
        assertThatThrownBy(() -> files.attachment(number, mail, 2, CasePlay.SAM))
                .isInstanceOf(NoSuchCase.class);
    }

    @Test
    void aCaseIsFoundByItsTask() {
        CaseNumber number = play.opened("By its task");
        assertThat(files.ofTask(play.task(number).getId(), CasePlay.SAM)).isEqualTo(number);
    }

    @Test
    void aCaseIsHiddenFromTheAgentOfAnotherInbox() {
        CaseNumber number = play.opened("Hidden");
        String task = play.task(number).getId();
        assertThatThrownBy(() -> files.view(number, CasePlay.FAY)).isInstanceOf(NoSuchCase.class);
        assertThatThrownBy(() -> files.version(number, CasePlay.FAY)).isInstanceOf(NoSuchCase.class);
        assertThatThrownBy(() -> files.ofTask(task, CasePlay.FAY)).isInstanceOf(NoSuchCase.class);
    }

    @Test
    void aSupervisorSeesEveryCase() {
        Agent supervisor = new Agent("supervisor", Set.of(), true);
        CaseNumber number = cases.open("finance", "For a supervisor");
        assertThat(files.view(number, supervisor).inbox()).isEqualTo(new InboxKey("finance"));
    }

    @Test
    void whatIsNotThereIsNoCase() {
        assertThatThrownBy(() -> files.view(new CaseNumber("NONE-1"), CasePlay.SAM))
                .isInstanceOf(NoSuchCase.class);
        assertThatThrownBy(() -> files.ofTask("none", CasePlay.SAM)).isInstanceOf(NoSuchCase.class);
    }

    private CaseView.Mail mail(CaseNumber number) {
        return (CaseView.Mail) files.view(number, CasePlay.SAM).entries().get(0);
    }
}
