package org.mailroom.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetriesTests {

    @Test
    void theFirstPauseIsShort() {
        assertThat(Retries.pauseAfter(1)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void pausesGrowUpToADay() {
        assertThat(IntStream.rangeClosed(1, 40).mapToObj(Retries::pauseAfter))
                .isSorted()
                .last()
                .isEqualTo(Duration.ofDays(1));
    }

    @Test
    void whatMayPassIsToldAtTheThirdFailureOnly() {
        assertThat(IntStream.rangeClosed(1, 9).filter(n -> Retries.isTimeToTell(n, false)))
                .containsExactly(3);
    }

    @Test
    void whatIsForGoodIsToldAtOnceUnlessItWasToldBefore() {
        assertThat(Retries.isTimeToTell(1, true)).isTrue();
        assertThat(Retries.isTimeToTell(3, true)).isTrue();
        assertThat(Retries.isTimeToTell(4, true)).isFalse();
    }
}
