package org.mailroom.mailserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mailroom.mailserver.Login.OAuth;
import org.mailroom.mailserver.Login.Password;
import org.mailroom.testing.MailroomTest;
import org.mailroom.testing.SignInServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class LoginsTests {

    private static final String OLD = "the secret of last year";
    private static final String NEW = "the secret of this year";

    @Autowired
    private Logins logins;

    @Autowired
    private SignInService signIn;

    @Autowired
    private JdbcClient jdbc;

    private SignInServer service;
    private long id;

    @BeforeEach
    void aSignInService() throws Exception {
        service = new SignInServer();
    }

    @AfterEach
    void stop() {
        service.close();
        logins.remove(id);
    }

    @Test
    void aPasswordIsShownAsItIs() {
        id = logins.add(new Password("sam", "pässword"));

        assertThat(logins.credentials(id)).isEqualTo(new Credentials("sam", "pässword", false));
    }

    @Test
    void aClientGetsATokenInItsOwnName() {
        service.gives("token-1", 3600);
        id = logins.add(client());

        assertThat(logins.credentials(id)).isEqualTo(new Credentials("support@example.org", "token-1", true));
        assertThat(service.asked())
                .singleElement()
                .asString()
                .contains("grant_type=client_credentials", "client_id=mailroom", "client_secret=hush", "scope=mail");
    }

    @Test
    void aTokenIsUsedUntilShortlyBeforeItsEnd() {
        service.gives("token-1", 3600);
        id = logins.add(client());
        logins.credentials(id);
        service.gives("token-2", 3600);
        assertThat(logins.credentials(id).secret()).isEqualTo("token-1");

        letPass("3500 seconds");
        assertThat(logins.credentials(id).secret()).isEqualTo("token-2");
        assertThat(service.asked()).hasSize(2);
    }

    @Test
    void whileTheServiceIsAwayATokenIsUsedToItsEnd() {
        service.gives("token-1", 3600);
        id = logins.add(client());
        logins.credentials(id);
        service.fails();

        letPass("3500 seconds");
        assertThat(logins.credentials(id).secret()).isEqualTo("token-1");

        letPass("200 seconds");
        SignInRefused refused = catchThrowableOfType(SignInRefused.class, () -> logins.credentials(id));
        assertThat(refused.isForGood()).isFalse();
    }

    @Test
    void aTokenThatTheMailServerDidNotTakeIsNotShownAgain() {
        service.gives("token-1", 3600);
        id = logins.add(client());
        logins.credentials(id);
        logins.forgetToken(id);
        service.gives("token-2", 3600);

        assertThat(logins.credentials(id).secret()).isEqualTo("token-2");
    }

    @Test
    void aRefreshTokenThatIsReplacedIsReplacedHereToo() {
        service.gives("token-1", 1, "refresh-2");
        id = logins.add(person());

        logins.credentials(id);
        logins.credentials(id);

        assertThat(service.asked().get(0)).contains("grant_type=refresh_token", "refresh_token=refresh-1");
        assertThat(service.asked().get(1)).contains("refresh_token=refresh-2");
    }

    @Test
    void aRefreshTokenThatHasEndedIsNamedAsThat() {
        service.refuses("invalid_grant", "AADSTS700082: The refresh token has expired due to inactivity.");
        id = logins.add(person());

        assertThatThrownBy(() -> logins.credentials(id))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("sign in anew")
                .hasMessageContaining("AADSTS700082");
    }

    @Test
    void aWrongClientSecretIsNamedByTheServicesOwnWords() {
        service.refuses("invalid_client", "AADSTS7000215: Invalid client secret provided.");
        id = logins.add(client());

        SignInRefused refused = catchThrowableOfType(SignInRefused.class, () -> logins.credentials(id));
        assertThat(refused).hasMessageContaining("invalid_client: AADSTS7000215");
        assertThat(refused.isForGood()).isTrue();
    }

    @Test
    void aServiceCannotSendTheSecretsOnToAnother() throws Exception {
        try (var elsewhere = new SignInServer()) {
            elsewhere.gives("token-1", 3600);
            service.redirects(elsewhere.tokenEndpoint());
            id = logins.add(client());

            assertThatThrownBy(() -> logins.credentials(id)).isInstanceOf(SignInRefused.class);
            assertThat(elsewhere.asked()).isEmpty();
        }
    }

    @Test
    void aStoredAddressThatIsNotOneOfAServiceIsNotAsked() {
        id = logins.add(new OAuth("sam", "http://127.0.0.1:1@evil.example/", "mailroom", "hush", "", null));

        assertThatThrownBy(() -> logins.credentials(id))
                .isInstanceOf(SignInRefused.class)
                .hasMessageContaining("https address");
    }

    @Test
    void secretsAreKeptEncrypted() {
        service.gives("token-1", 3600, "refresh-2");
        id = logins.add(person());
        logins.credentials(id);

        assertThat(jdbc.sql(
                                """
                                select count(*) from mail_login
                                where id = :id and position('hush'::bytea in client_secret) = 0
                                  and position('token-1'::bytea in access_token) = 0
                                  and position('refresh'::bytea in refresh_token) = 0
                                """)
                        .param("id", id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void onceALoginWasUsedAfterAChangeOfTheSecretTheFormerOneMayBeForgotten() {
        id = withSecrets(OLD, "").add(person());

        assertThat(withSecrets(NEW, OLD).get(id)).isEqualTo(person());
        assertThat(withSecrets(NEW, "").get(id)).isEqualTo(person());
    }

    private OAuth client() {
        return new OAuth("support@example.org", service.tokenEndpoint(), "mailroom", "hush", "mail offline", null);
    }

    private OAuth person() {
        return new OAuth("support@example.org", service.tokenEndpoint(), "mailroom", "hush", "", "refresh-1");
    }

    private void letPass(String time) {
        jdbc.sql("update mail_login set access_until = access_until - :time::interval where id = :id")
                .param("id", id)
                .param("time", time)
                .update();
    }

    private Logins withSecrets(String secret, String former) {
        return new Logins(new LoginRows(jdbc, new SecretCipher(secret, former)), signIn);
    }
}
