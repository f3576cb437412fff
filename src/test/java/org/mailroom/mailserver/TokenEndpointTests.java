package org.mailroom.mailserver;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenEndpointTests {

    private final TokenEndpoint inService = new TokenEndpoint(false);
    private final TokenEndpoint inTrial = new TokenEndpoint(true);

    @ParameterizedTest
    @ValueSource(strings = {"https://sign-in.example.org/token", "HTTPS://sign-in.example.org:8443/a?b=c"})
    void aServiceIsReachedByHttps(String address) {
        assertThatCode(() -> inService.check(address)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:9000/token", "http://localhost/token", "http://[::1]:9000/"})
    void aServiceOnThisMachineIsForTheTrial(String address) {
        assertThatCode(() -> inTrial.check(address)).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> inService.check(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1@evil.example/",
                "http://127.0.0.1.evil.example/",
                "http://localhost@evil.example/",
                "http://evil.example/",
                "https://me:you@sign-in.example.org/",
                "https://sign-in.example.org/#x",
                "https:/token",
                "https://bad_host|/",
                "sign-in.example.org",
                "",
            })
    void anythingElseIsRefusedInTheTrialToo(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inTrial.check(address))
                .withMessageContaining("https");
    }
}
