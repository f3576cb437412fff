package org.mailroom.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.mailserver.Login;
import org.mailroom.mailserver.Login.OAuth;
import org.mailroom.mailserver.Login.Password;
import org.mailroom.mailserver.MailServer;
import org.mailroom.mailserver.Proxy;
import org.mailroom.mailserver.Security;
import org.mailroom.mailserver.Trouble.Kind;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.SignInServer;
import org.mailroom.testing.TunnelProxy;
import org.springframework.beans.factory.annotation.Autowired;

/** What an admin is told of an account before mail is lost for it, by a mail server that knows passwords and tokens. */
@MailroomTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountCheckTests {

    private static final String USER = "check@mailroom.localhost";
    private static final Login RIGHT = new Password(USER, "the-right-one");

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP).dynamicPort(),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS).dynamicPort(),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3).dynamicPort()
    });

    @Autowired
    AccountCheck check;

    @BeforeAll
    void aMailServer() {
        server.start();
        server.setUser(USER, USER, "the-right-one")
                .deliver(GreenMailUtil.createTextEmail(
                        USER,
                        "jane@example.org",
                        "Hello",
                        "Hello",
                        server.getImap().getServerSetup()));
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    @Test
    void whereAllIsRightItSaysHowManyMailsThereAre() {
        assertThat(check.of(imap(plain(), RIGHT))).isEqualTo(new AccountCheck.Outcome(null, 1));
        assertThat(check.of(pop3(RIGHT))).isEqualTo(new AccountCheck.Outcome(null, 1));
    }

    @Test
    void aWrongPasswordIsNamedByTheServersOwnWords() {
        Login wrong = new Password(USER, "a wrong one");

        assertThat(check.of(imap(plain(), wrong)).trouble()).satisfies(trouble -> {
            assertThat(trouble.kind()).isEqualTo(Kind.LOGIN_REFUSED);
            assertThat(trouble.words())
                    .contains("refuses the login of " + USER, "Invalid login/password")
                    .doesNotContain("a wrong one");
        });
        assertThat(check.of(pop3(wrong)).trouble().kind()).isEqualTo(Kind.LOGIN_REFUSED);
    }

    @Test
    void aTokenOpensTheAccount() throws Exception {
        try (SignInServer service = new SignInServer()) {
            service.gives("the-right-one", 3600);

            assertThat(check.of(imap(plain(), token(service)))).isEqualTo(new AccountCheck.Outcome(null, 1));
        }
    }

    @Test
    void aTokenThatTheMailServerDoesNotTakeIsARefusedLogin() throws Exception {
        try (SignInServer service = new SignInServer()) {
            service.gives("of somebody else", 3600);

            assertThat(check.of(imap(plain(), token(service))).trouble().kind()).isEqualTo(Kind.LOGIN_REFUSED);
        }
    }

    @Test
    void whoGetsNoTokenIsToldSo() throws Exception {
        try (SignInServer service = new SignInServer()) {
            service.refuses("unauthorized_client", "The client was never registered.");

            assertThat(check.of(imap(plain(), token(service))).trouble()).satisfies(trouble -> {
                assertThat(trouble.kind()).isEqualTo(Kind.SIGN_IN_REFUSED);
                assertThat(trouble.words()).contains("The client was never registered.");
            });
        }
    }

    @Test
    void aServerThatIsNotThereIsUnreachable() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(check.of(imap(new MailServer("127.0.0.1", free, Security.NONE, null), RIGHT))
                        .trouble())
                .satisfies(trouble -> {
                    assertThat(trouble.kind()).isEqualTo(Kind.UNREACHABLE);
                    assertThat(trouble.words()).startsWith("127.0.0.1:" + free + " cannot be reached");
                });
    }

    @Test
    void aNameThatNobodyKnowsIsNamed() {
        assertThat(check.of(imap(new MailServer("no.such.server.invalid", 993, Security.TLS, null), RIGHT))
                        .trouble()
                        .words())
                .isEqualTo("The name no.such.server.invalid is not known.");
    }

    @Test
    void aCertificateThatNobodySignedIsRefused() {
        MailServer safe = new MailServer("127.0.0.1", server.getImaps().getPort(), Security.TLS, null);

        assertThat(check.of(imap(safe, RIGHT)).trouble().kind()).isEqualTo(Kind.UNPROTECTED);
    }

    @Test
    void aServerWithoutStarttlsIsRefusedWhereItIsWanted() {
        MailServer upgraded = new MailServer("127.0.0.1", server.getImap().getPort(), Security.STARTTLS, null);

        assertThat(check.of(imap(upgraded, RIGHT)).trouble().kind()).isEqualTo(Kind.UNPROTECTED);
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        MailboxAccount account = new MailboxAccount(
                USER,
                TwoInboxes.SUPPORT,
                Protocol.IMAP,
                plain(),
                RIGHT,
                new Handling("Anfragen", false, Handling.Afterwards.KEEP, null, null));

        assertThat(check.of(account).trouble().words()).contains("has no folder Anfragen for " + USER);
    }

    @ParameterizedTest
    @CsvSource({"http, HTTP", "socks, SOCKS"})
    void aServerBehindAProxyIsReachedThroughIt(String written, String spoken) throws IOException {
        try (TunnelProxy proxy = new TunnelProxy()) {
            MailServer behind = new MailServer(
                    "127.0.0.1",
                    server.getImap().getPort(),
                    Security.NONE,
                    Proxy.of(written + "://127.0.0.1:" + proxy.port()));

            assertThat(check.of(imap(behind, RIGHT)).trouble()).isNull();
            assertThat(proxy.connected())
                    .containsExactly(spoken + " 127.0.0.1:" + server.getImap().getPort());
        }
    }

    private static Login token(SignInServer service) {
        return new OAuth(USER, service.tokenEndpoint(), "mailroom", null, "mail", "refresh");
    }

    private MailServer plain() {
        return new MailServer("127.0.0.1", server.getImap().getPort(), Security.NONE, null);
    }

    private static MailboxAccount imap(MailServer server, Login login) {
        return MailboxAccount.imap(USER, TwoInboxes.SUPPORT, server, login);
    }

    private MailboxAccount pop3(Login login) {
        return new MailboxAccount(
                USER,
                TwoInboxes.SUPPORT,
                Protocol.POP3,
                new MailServer("127.0.0.1", server.getPop3().getPort(), Security.NONE, null),
                login,
                new Handling("INBOX", false, Handling.Afterwards.KEEP, null, null));
    }
}
