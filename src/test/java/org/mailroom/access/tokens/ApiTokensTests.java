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
        return mvc.perform(get("/api/received-mails").header("Authorization", "Bearer " + secret))
                .andReturn()
                .getResponse()
                .getStatus();
    }
}
