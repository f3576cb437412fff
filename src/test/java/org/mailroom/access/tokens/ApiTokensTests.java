package org.mailroom.access.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@MailroomTest
class ApiTokensTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    ApiTokens tokens;

    final String name = "life " + UUID.randomUUID();

    @Test
    void aTokenIsGoodUntilItEnds() throws Exception {
        assertThat(answerTo(made(Instant.now().plus(1, ChronoUnit.HOURS)))).isEqualTo(200);
    }

    @Test
    void aTokenThatHasEndedIsTurnedAway() throws Exception {
        assertThat(answerTo(made(Instant.now().minusSeconds(1)))).isEqualTo(401);
    }

    @Test
    void aTokenThatWasRevokedIsTurnedAway() throws Exception {
        String secret = made(null);
        tokens.revoke(listed().id());

        assertThat(answerTo(secret)).isEqualTo(401);
    }

    @Test
    void itIsListedWhetherATokenWasUsed() throws Exception {
        String secret = made(null);
        assertThat(listed().lastUsed()).isNull();

        answerTo(secret);

        assertThat(listed().lastUsed()).isNotNull();
    }

    @Test
    void aTokenForMetricsIsToldTheVersionAndOpensNothingElse() throws Exception {
        String secret = tokens.make(name, Set.of(Scope.METRICS), "admin", null);

        assertThat(answerTo(secret, "/actuator/info")).isEqualTo(200);
        assertThat(answerTo(secret, "/actuator")).isEqualTo(403);
        assertThat(answerTo(secret, "/api/received-mails")).isEqualTo(403);
    }

    @Test
    void noOtherTokenIsToldTheVersion() throws Exception {
        assertThat(answerTo(made(null), "/actuator/info")).isEqualTo(403);
    }

    private String made(Instant end) {
        return tokens.make(name, Set.of(Scope.READ), "admin", end);
    }

    private ApiToken listed() {
        return tokens.all().stream()
                .filter(token -> token.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private int answerTo(String secret) throws Exception {
        return answerTo(secret, "/api/received-mails");
    }

    private int answerTo(String secret, String path) throws Exception {
        return mvc.perform(get(path).header("Authorization", "Bearer " + secret))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
