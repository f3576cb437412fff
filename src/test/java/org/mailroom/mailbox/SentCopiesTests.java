package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.mailbox.Handling.Afterwards;
import org.mailroom.message.EmailAddress;
import org.mailroom.outbox.Draft;
import org.mailroom.outbox.Draft.Kind;
import org.mailroom.outbox.MailSent;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.RealParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class SentCopiesTests {

    @Autowired
    SentCopies copies;

    @Autowired
    Outbox outbox;

    @Autowired
    MailboxAccounts accounts;

    @Autowired
    Connections connections;

    @Autowired
    JdbcClient jdbc;

    private final GreenMail server = RealParts.mailServer();
    private final String address = "sent-" + UUID.randomUUID() + "@mailroom.localhost";
    private long account;

    @BeforeEach
    void anAccountWithAFolderForSentMail() {
        TwoInboxes.addIfMissing(jdbc);
        server.setUser(address, "password");
        account = accounts.add(TwoInboxes.account(
                address, server.getImap().getPort(), new Handling("INBOX", false, Afterwards.FLAG, null, "Sent")));
    }

    @AfterEach
    void forget() {
        TwoInboxes.forgetAccounts(jdbc, address);
    }

    @Test
    void aCopyOfWhatWasSentLiesReadInTheFolderOnce() throws Exception {
        OutgoingMail sent = put(Kind.ANSWER);
        copies.note(new MailSent(sent.id(), null));
        copies.note(new MailSent(sent.id(), null));

        pickUp();
        copies.note(new MailSent(sent.id(), null)); // as if we had died before we noted it down
        pickUp();

        assertThat(sentFolder().getMessages()).singleElement().satisfies(copy -> {
            assertThat(copy.getFlags().contains(Flags.Flag.SEEN)).isTrue();
            assertThat(copy.getMimeMessage().getMessageID())
                    .isEqualTo("<" + sent.messageId().value() + ">");
        });
    }

    @Test
    void mailToOurOwnPeopleIsNotCopied() throws Exception {
        copies.note(new MailSent(put(Kind.NOTICE).id(), null));

        pickUp();

        assertThat(sentFolder()).isNull();
    }

    private OutgoingMail put(Kind kind) {
        return outbox.put(new Draft(
                UUID.randomUUID().toString(),
                kind,
                TwoInboxes.SUPPORT,
                null,
                List.of(EmailAddress.of("carla@customer.localhost")),
                List.of(),
                "Hello",
                "Hello Carla",
                null,
                List.of(),
                null,
                List.of()));
    }

    private void pickUp() throws MessagingException {
        try (AccountPickup pickup = connections.to(accounts.find(account).orElseThrow())) {
            pickup.pickUp(() -> true);
        }
    }

    private MailFolder sentFolder() {
        return server.getManagers()
                .getImapHostManager()
                .getFolder(server.getUserManager().getUser(address), "Sent");
    }
}
