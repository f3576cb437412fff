package org.mailroom.outbox.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.inbox.InboxKey;
import org.mailroom.mailserver.Login;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.Security;
import org.mailroom.mailserver.Trouble;
import org.mailroom.outbox.Outbox;
import org.mailroom.outbox.OutgoingAccount;
import org.mailroom.outbox.OutgoingAccounts;
import org.mailroom.outbox.OutgoingMail;
import org.mailroom.outbox.OutgoingMail.State;
import org.mailroom.outbox.smtp.GrumpyMailServer;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.SignInServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail that leaves by an account of its inbox's own, beside the mail server of the settings. */
@MailroomTest
class AccountTests {

    private static final InboxKey OWN = new InboxKey("outbox-test");

    @Autowired
    Outbox outbox;

    @Autowired
    OutgoingAccounts accounts;

    @Autowired
    ApplicationContext app;

    @Autowired
    JdbcClient jdbc;

    private final List<Long> added = new ArrayList<>();
    private GrumpyMailServer ofSettings;
    private GrumpyMailServer own;
    private SenderTo sender;

    @BeforeEach
    void startServers() throws IOException {
        SenderTo.begin(app);
        ofSettings = new GrumpyMailServer();
        own = new GrumpyMailServer();
        sender = new SenderTo(ofSettings.port(), settings(), told -> {}, app);
    }

    private static OutboxSettings settings() {
        return Settings.kind().waitsForAnAnswer(Duration.ofSeconds(2)).settings();
    }

    @AfterEach
    void stopServers() throws IOException {
        ofSettings.close();
        own.close();
        SenderTo.forget(jdbc);
        added.forEach(accounts::remove);
    }

    @Test
    void theMailOfAnInboxLeavesByItsOwnAccountAndThatOfOthersByTheSettings() {
        add(account(null, OWN));
        OutgoingMail mail = put();
        OutgoingMail ofAnother = putFrom("support");

        sender.workOff();

        assertThat(own.taken()).hasSize(1);
        assertThat(ofSettings.taken()).hasSize(1);
        assertThat(sender.now(mail).state()).isEqualTo(State.SENT);
        assertThat(sender.now(ofAnother).state()).isEqualTo(State.SENT);
    }

    @Test
    void itLogsInWithItsPassword() {
        own.answer("EHLO", "250-grumpy.example\r\n250 AUTH PLAIN").answer("AUTH", "235 welcome");
        add(account(new Login.Password("orders", "of the inbox"), OWN));
        OutgoingMail mail = put();

        sender.workOff();

        assertThat(sender.now(mail).state()).isEqualTo(State.SENT);
        assertThat(own.heard()).anyMatch(line -> line.startsWith("AUTH PLAIN"));
    }

    @Test
    void itShowsAnAccessTokenAndAnotherOneWhereThatIsRefused() throws IOException {
        own.answer("EHLO", "250-grumpy.example\r\n250 AUTH XOAUTH2").answer("AUTH", "535 5.7.3 expired");
        try (var signIn = new SignInServer()) {
            signIn.gives("first-token", 3600);
            add(account(new Login.OAuth("orders", signIn.tokenEndpoint(), "client", "secret", "", null), OWN));
            OutgoingMail mail = put();
            sender.workOff();
            assertThat(sender.now(mail).state()).isEqualTo(State.WAITING);

            signIn.gives("second-token", 3600);
            own.answer("AUTH", "235 welcome");
            outbox.sendAgain(mail.id());
            sender.workOff();

            assertThat(sender.now(mail).state()).isEqualTo(State.SENT);
            assertThat(tokensShown()).element(0).asString().contains("first-token");
            assertThat(tokensShown()).last().asString().contains("second-token");
        }
    }

    @Test
    void aSignInServiceThatGivesNoTokenIsNamed() throws IOException {
        try (var signIn = new SignInServer()) {
            signIn.refuses("invalid_grant", "The refresh token has expired");
            add(account(new Login.OAuth("orders", signIn.tokenEndpoint(), "client", null, "", "refresh"), OWN));
            OutgoingMail mail = put();

            sender.workOff();

            assertThat(sender.now(mail).attempts()).isZero();
            assertThat(accounts.all().get(0).trouble()).contains("The refresh token has expired");
        }
    }

    @Test
    void aServerThatIsAwayHoldsUpItsOwnMailAlone() throws IOException {
        add(account(null, OWN));
        own.close();
        OutgoingMail waits = put();
        OutgoingMail leaves = putFrom("support");

        sender.workOff();

        assertThat(sender.now(waits).state()).isEqualTo(State.WAITING);
        assertThat(sender.now(leaves).state()).isEqualTo(State.SENT);
        assertThat(accounts.all().get(0).trouble()).contains("cannot be reached");
    }

    @Test
    void whatWaitedForAnAccountThatIsTakenAwayLeavesByTheSettings() throws IOException {
        long id = add(account(null, OWN));
        own.close();
        OutgoingMail mail = put();
        sender.workOff();

        accounts.remove(id);
        added.clear();
        sender.workOff();

        assertThat(sender.now(mail).state()).isEqualTo(State.SENT);
        assertThat(ofSettings.taken()).hasSize(1);
    }

    @Test
    void whatIsSetUpAnewIsTriedAtOnce() {
        own.answer("hello", "421 closed");
        long id = add(account(null, OWN));
        OutgoingMail mail = put();
        sender.workOff();

        own.beKind();
        accounts.change(id, account(null, OWN));
        sender.workOff();

        assertThat(sender.now(mail).state()).isEqualTo(State.SENT);
    }

    @Test
    void itsLimitsAreItsOwn() {
        OutgoingAccount account = account(null, OWN);
        add(new OutgoingAccount(account.name(), account.server(), null, 1, 1, account.inboxes()));
        put();
        put();
        putFrom("support");
        putFrom("support");

        sender.workOff();

        assertThat(own.taken()).hasSize(1);
        assertThat(ofSettings.taken()).hasSize(2);
    }

    @Test
    void aSecretIsKeptEncrypted() {
        add(account(new Login.Password("orders", "nobody may read this"), OWN));

        assertThat(jdbc.sql(
                                """
                                select position('nobody may read this'::bytea in password) from mail_login
                                where username = 'orders'
                                """)
                        .query(Integer.class)
                        .list())
                .isNotEmpty()
                .containsOnly(0);
    }

    @Test
    void tryingItOutSaysTheExactError() {
        own.answer("EHLO", "250-grumpy.example\r\n250 AUTH PLAIN").answer("AUTH", "535 5.7.8 wrong password");
        OutgoingAccount account = account(new Login.Password("orders", "wrong"));

        Trouble refused = accounts.test(account);
        assertThat(refused.kind()).isEqualTo(Trouble.Kind.LOGIN_REFUSED);
        assertThat(refused.words()).contains("orders", "535 5.7.8 wrong password");

        own.answer("AUTH", "235 welcome");
        assertThat(accounts.test(account)).isNull();

        var nowhere = new MailServer("127.0.0.1", 1, Security.NONE, null);
        assertThat(accounts.test(new OutgoingAccount("Nowhere", nowhere, null, 1, 0, List.of()))
                        .kind())
                .isEqualTo(Trouble.Kind.UNREACHABLE);
    }

    private List<String> tokensShown() {
        return own.heard().stream()
                .filter(line -> line.startsWith("AUTH XOAUTH2 "))
                .map(line -> new String(Base64.getDecoder().decode(line.substring(13)), StandardCharsets.US_ASCII))
                .toList();
    }

    private OutgoingAccount account(@Nullable Login login, InboxKey... inboxes) {
        var server = new MailServer("127.0.0.1", own.port(), Security.NONE, null);
        return new OutgoingAccount("Orders", server, login, 2, 0, Arrays.asList(inboxes));
    }

    private long add(OutgoingAccount account) {
        long id = accounts.add(account);
        added.add(id);
        return id;
    }

    private OutgoingMail put() {
        return sender.put("account@customer.example");
    }

    private OutgoingMail putFrom(String inbox) {
        OutgoingMail mail = put();
        jdbc.sql("update outgoing_mail set inbox_key = :inbox where id = :id")
                .param("inbox", inbox)
                .param("id", mail.id())
                .update();
        return mail;
    }
}
