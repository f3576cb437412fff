package org.mailroom.access.tries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mailroom.testing.MailroomTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@MailroomTest
class TriesTests {

    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";

    @Autowired
    private Tries tries;

    @Autowired
    private JdbcClient jdbc;

    private final String person = "tries-" + UUID.randomUUID();

    @AfterEach
    void forget() {
        ClockUtil.reset();
        jdbc.sql("delete from login_try where tried ~ '^(tries-|192.0.2|198.51.100|203.0.113|2001:db8)'")
                .update();
        jdbc.sql("delete from login_place where person like 'tries-%'").update();
    }

    @Test
    void whoMistypesThreeTimesNeedNotWait() {
        assertThat(wrong(3, HOME)).isZero();
        assertThat(tries.begin(person, HOME)).isZero();
        tries.succeed(person, HOME);
        assertThat(wrong(3, HOME)).isZero();
    }

    @Test
    void pausesGrowAndAreNeverForGood() {
        wrong(4, HOME);
        Duration longest = Duration.ZERO;
        for (int round = 0; round < 20; round++) {
            Duration pause = tries.begin(person, HOME);
            assertThat(pause).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(15));
            assertThat(pause).isGreaterThanOrEqualTo(longest);
            longest = pause;
            later(pause);
            assertThat(tries.begin(person, HOME)).isZero();
        }
        assertThat(longest).isEqualTo(Duration.ofMinutes(15));
        later(longest);
        assertThat(tries.begin(person, HOME)).isZero();
        tries.succeed(person, HOME);
        assertThat(tries.begin(person, HOME)).isZero();
    }

    @Test
    void aPauseDoesNotBecomeLongerByTriesWithinIt() {
        wrong(4, HOME);
        Duration pause = tries.begin(person, HOME);

        wrong(50, HOME);

        assertThat(tries.begin(person, HOME)).isLessThanOrEqualTo(pause);
    }

    @Test
    void manyAtOnceCountAsMany() throws Exception {
        Callable<Duration> attempt = () -> tries.begin(person, HOME);

        var crowd = Executors.newFixedThreadPool(12);
        var pauses = crowd.invokeAll(Collections.nCopies(25, attempt));
        crowd.shutdown();

        assertThat(pauses)
                .extracting(pause -> pause.get().isZero())
                .filteredOn(looked -> looked)
                .hasSize(4);
        assertThat(jdbc.sql("select failures + refused from login_try where kind = 'PLACE' and tried like :who || '%'")
                        .param("who", person)
                        .query(Integer.class)
                        .single())
                .isEqualTo(25);
    }

    @Test
    void whoTriesManyNamesWaitsForAllOfThem() {
        for (int name = 0; name <= 30; name++) {
            tries.begin(person + name, ELSEWHERE);
        }

        assertThat(tries.begin(person + "-another", ELSEWHERE)).isPositive();
        assertThat(tries.begin(person + "-another", HOME)).isZero();
    }

    @Test
    void noStrangerKeepsAPersonOutOfAPlaceFromWhichTheyLoggedIn() {
        tries.begin(person, HOME);
        tries.succeed(person, HOME);

        for (int machine = 0; machine < 40; machine++) {
            wrong(5, "203.0.113." + machine);
        }

        assertThat(tries.begin(person, HOME)).isZero();
    }

    @Test
    void fromANewPlaceAPersonWaitsAMinuteAtMostWhileManyMachinesGuess() {
        for (int machine = 0; machine < 40; machine++) {
            wrong(4, "203.0.113." + machine);
        }

        assertThat(tries.begin(person, ELSEWHERE)).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void guessedTokensCountForTheirAddress() {
        for (int token = 0; token <= 30; token++) {
            tries.wrongToken(ELSEWHERE);
        }

        assertThat(tries.wrongToken(ELSEWHERE)).isPositive();
        assertThat(tries.begin(person, ELSEWHERE)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,                                192.0.2.1",
        "2001:db8:1:2:3:4:5:6,                     2001:db8:1:2::/64",
        "2001:db8:1:2:ffff:4:5:6,                  2001:db8:1:2::/64",
        "2001:db8::7,                              2001:db8:0:0::/64",
        "::1,                                      0:0:0:0::/64",
        "0:0:0:0:0:0:0:1,                          0:0:0:0::/64",
        "::ffff:192.0.2.1,                         ::ffff:192.0.2.1",
        "unknown,                                  unknown",
    })
    void ofAnIpv6AddressTheNetworkCounts(String address, String source) {
        assertThat(Source.of(address)).isEqualTo(source);
    }

    private Duration wrong(int times, String address) {
        Duration pause = Duration.ZERO;
        for (int time = 0; time < times; time++) {
            pause = tries.begin(person, address);
        }
        return pause;
    }

    private static void later(Duration time) {
        Instant then = ClockUtil.getCurrentTime().toInstant().plus(time).plusMillis(1);
        ClockUtil.setCurrentTime(Date.from(then));
    }
}
